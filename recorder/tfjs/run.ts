// One training as the recorder knows it: steps and losses on a path that costs microseconds, close looks now and then.

import { type Asked, answer, askable } from './again.ts'
import { Budget, seconds } from './budget.ts'
import { Describing } from './describing.ts'
import { lastLayer, layersOf } from './layers.ts'
import { type Known, Look } from './look.ts'
import { kindOf, rateOf } from './optimizers.ts'
import { Facts, type Place, Points } from './points.ts'
import { engine, type FitArguments, type Model, type Optimizer, type Tensor } from './shapes.ts'
import { number, type Stream } from './stream.ts'
import { read, scalar } from './tensors.ts'

/** looks at which the loss is also taken in inference */
const TWICE = new Set([6, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64])
/** looks at which the batch is answered once more after the step */
const AGAIN = new Set([0, 1, 3, 4, 6, 8, 10, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 80, 96, 112, 128])
/** a smaller loss is taken as this where it divides */
const TINY = 1e-12
const MOST_LAYERS = 400

/** The field's names of the metrics that TensorFlow.js computes. */
const METRICS: Readonly<Record<string, string>> = {
  loss: 'loss',
  acc: 'accuracy',
  accuracy: 'accuracy',
  binaryAccuracy: 'accuracy',
  categoricalAccuracy: 'accuracy',
  sparseCategoricalAccuracy: 'accuracy',
  mse: 'mse',
  meanSquaredError: 'mse',
  mae: 'mae',
  meanAbsoluteError: 'mae',
  mape: 'mape',
  precision: 'precision',
  recall: 'recall',
}

/** The field's name of a metric of TensorFlow.js; undefined of one that is not known. */
export function metricName(name: string): string | undefined {
  return Object.hasOwn(METRICS, name) ? METRICS[name] : undefined
}

export class Run {
  step = 0
  looking: Look | undefined
  readonly points: Points
  readonly facts: Facts
  readonly evidence: Describing
  readonly budget = new Budget()
  private readonly stream: Stream
  private readonly model: Model
  private readonly known: Known
  private optimizer: Optimizer
  private asked: Asked | undefined
  private next = 1
  private looks = 0
  private unmoved = 0
  private forced = false
  private sick = false
  private rate = Number.NaN
  private listed: readonly string[] = []
  private before: number | undefined
  /** the batch is answered once more after this step */
  private again = false
  private penalised = 0
  /** seconds, when the look began */
  private spentBefore = 0
  private late: { readonly step: number; readonly metric: string; value: number | undefined }[] = []

  constructor(model: Model, stream: Stream) {
    const began = seconds()
    this.model = model
    this.stream = stream
    this.points = new Points(stream)
    this.facts = new Facts(stream)
    const layers = layersOf(model)
    this.known = {
      layers,
      nameOf: new Map(layers.map(({ layer, name }) => [layer, name])),
      homeOf: new Map(layers.flatMap((one) => one.layer.weights.map((weight) => [weight, one] as const))),
      last: lastLayer(model),
    }
    this.evidence = new Describing(model, this.known, stream, this.facts, this.points)
    this.optimizer = model.optimizer_
    this.evidence.model(model)
    this.asked = askable(model)
    this.budget.start(seconds() - began)
  }

  fitted(x: unknown, args: FitArguments): void {
    this.evidence.fitted(x, args)
  }

  /** A step begins. `data`: inputs, targets and weights of examples. */
  begin(data: readonly Tensor[]): void {
    const began = seconds()
    if (this.model.optimizer_ !== this.optimizer) this.replaced()
    if (this.evidence.wantsLabels()) this.label(data)
    if (this.step + 1 >= this.next) {
      this.spentBefore = this.budget.spent
      this.looking = new Look(this.step + 1, this.known)
      this.evidence.given(this.inputs(data), this.targets(data), this.step + 1, this.isDetailed(), this.looks === 0)
      this.penalty()
      this.answerBefore(data)
    }
    this.budget.charge(seconds() - began)
  }

  private inputs(data: readonly Tensor[]): readonly Tensor[] {
    return data.slice(0, this.model.inputs.length)
  }

  private targets(data: readonly Tensor[]): readonly Tensor[] {
    return data.slice(this.model.inputs.length, this.model.inputs.length + this.model.outputs.length)
  }

  /** Whether this look writes tables: the first four, then at doubling distances. */
  private isDetailed(): boolean {
    return this.forced || this.looks < 4 || (this.looks & (this.looks - 1)) === 0
  }

  private label(data: readonly Tensor[]): void {
    const target = this.targets(data)[0]
    const shape = (this.model as { outputShape?: readonly unknown[] }).outputShape?.at(-1)
    if (target) this.evidence.labels(read(target), typeof shape === 'number' ? shape : 1)
  }

  /** The model was compiled anew after it had trained. */
  private replaced(): void {
    const [before, now] = [kindOf(this.optimizer), kindOf(this.model.optimizer_)]
    this.optimizer = this.model.optimizer_
    this.asked = askable(this.model)
    this.evidence.compiled(this.model)
    if (this.step > 0) this.event('resume', `${now} took the place of ${before}, with no state`, 3)
  }

  /** What the regularizers add to the loss of this step. */
  private penalty(): void {
    const { model } = this
    const any = this.known.layers.some(({ layer }) => (layer.losses?.length ?? 0) > 0)
    if (!any || typeof model.calculateLosses !== 'function') return
    const sum = engine()?.tidy(() => model.calculateLosses!().reduce((total, one) => total + one.dataSync()[0]!, 0))
    if (sum === undefined) return
    this.penalised = sum
    this.points.add('penalty', sum, this.step + 1, { name: 'regularizers' })
  }

  private answerBefore(data: readonly Tensor[]): void {
    this.before = undefined
    this.again = this.asked !== undefined && AGAIN.has(this.looks) && (this.looks < 4 || this.budget.ample(this.step))
    if (!this.again) return
    this.tried(() => {
      if (TWICE.has(this.looks) && this.asked!.differs)
        this.points.add('eval-loss-on-train', answer(this.model, data, false), this.step + 1)
      // a model of one mode has answered when the step is done
      if (this.asked!.differs) this.before = answer(this.model, data, this.asked!.byBatch)
    })
  }

  /** A model that cannot be asked once more stays unasked. */
  private tried(ask: () => void): void {
    try {
      ask()
    } catch {
      this.asked = undefined
      this.before = undefined
    }
  }

  /** The step is done. `results`: its loss and metrics, in the order of the model's names of them. */
  end(data: readonly Tensor[], results: readonly Tensor[]): void {
    const began = seconds()
    this.step++
    for (const [at, name] of this.model.metricsNames.entries()) {
      const [metric, tensor] = [metricName(name), results[at]]
      if (metric === undefined || tensor === undefined) continue
      const value = scalar(tensor)
      if (typeof value === 'number') this.measured(metric, value, this.step, data)
      else this.awaited(metric, value)
    }
    const rate = rateOf(this.model.optimizer_)
    if (rate !== this.rate && !Number.isNaN(rate)) this.points.add('learning-rate', rate, this.step)
    this.rate = rate
    const looking = this.looking
    this.looking = undefined
    if (looking) this.look(looking, data, results)
    this.budget.charge(seconds() - began)
    if (!looking) return
    this.budget.looked(this.budget.spent - this.spentBefore)
    this.next = Math.max(this.step + 1, this.forced ? 0 : this.budget.next(this.step))
  }

  private measured(metric: string, value: number, step: number, data?: readonly Tensor[]): void {
    this.points.add(metric, value, step)
    if (metric !== 'loss' || Number.isFinite(value) || this.sick) return
    this.sick = true
    this.event('non-finite', 'loss', number(value), step)
    if (data) this.evidence.given(this.inputs(data), this.targets(data), step, true, false)
    this.forced = true
    this.next = this.step + 1
  }

  /** A value that a device still computes; values are written in the order of their steps. */
  private awaited(metric: string, value: Promise<number>): void {
    const entry: (typeof this.late)[number] = { step: this.step, metric, value: undefined }
    this.late.push(entry)
    value.then(
      (known) => {
        entry.value = known
        while (this.late[0]?.value !== undefined) {
          const first = this.late.shift()!
          this.measured(first.metric, first.value!, first.step)
        }
      },
      () => this.late.splice(this.late.indexOf(entry), 1),
    )
  }

  private look(look: Look, data: readonly Tensor[], results: readonly Tensor[]): void {
    const detailed = this.isDetailed()
    this.forced = false
    const moved = look.after()
    const loss = results[0]!.dataSync()[0]!
    this.evidence.compared(look.output, this.targets(data), look.step, this.looks, detailed, this.countsHits())
    if (look.foretold !== undefined) look.whole['step-foretold'] = look.foretold / Math.max(Math.abs(loss), TINY)
    if (this.again && this.asked)
      this.tried(() => {
        const before = this.before ?? loss - this.penalised
        const now = answer(this.model, data, this.asked!.byBatch)
        look.whole['step-change'] = (now - before) / Math.max(Math.abs(before), TINY)
      })
    const fresh = look.named().filter((one) => !this.listed.includes(one))
    if (fresh.length > 0) {
      this.listed = [...this.listed, ...fresh].slice(0, MOST_LAYERS)
      this.stream.write({ k: 'names', layers: this.listed })
    }
    this.stream.write(look.row(this.listed))
    if (!moved) this.still(look)
    this.looks++
  }

  /** Whether the program asked for no accuracy of its own. */
  private countsHits(): boolean {
    return !this.model.metricsNames.some((name) => metricName(name) === 'accuracy')
  }

  private still(look: Look): void {
    this.unmoved++
    if ((this.unmoved & (this.unmoved - 1)) !== 0) return
    const norm = look.whole['gradient-norm'] ?? 0
    this.event('not-moved', `no weight moved, gradient norm ${norm.toPrecision(3)}`, number(norm), look.step)
  }

  event(event: string, text: string, value: number | string, step = this.step): void {
    this.stream.write({ k: 'event', event, step, text, value })
  }

  /** A value that stands for an epoch, counted from 1, or for an evaluation of its own. */
  evaluated(name: string, value: number, place: Place): void {
    const metric = metricName(name)
    if (metric !== undefined) this.points.add(metric, value, this.step, { ...place, mean: 'epoch' })
  }

  write(): void {
    this.points.write()
    this.evidence.write()
  }

  /** The run or the process ends. */
  close(): void {
    this.points.write()
    this.evidence.write(true)
    this.stream.write(this.budget.row(this.step))
  }
}
