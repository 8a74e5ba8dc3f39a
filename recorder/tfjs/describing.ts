// What is said of a run besides its losses: the model, the optimizer, what the fit was asked for, and the batches.

import { EACH, eachLoss } from './example-losses.ts'
import { activationOf, dropOf, initialRows, lastLayer, layerRows, sizeOf } from './layers.ts'
import type { Known } from './look.ts'
import { type Call, hits, labelsOf, lossOf } from './losses.ts'
import { optimizerFacts, optimizerRow } from './optimizers.ts'
import { Order } from './order.ts'
import type { Facts, Points } from './points.ts'
import { type FitArguments, isTensor, type Layer, listOf, type Model, type Tensor } from './shapes.ts'
import { number, type Row, type Stream } from './stream.ts'
import { type Batch, describe, moments, read } from './tensors.ts'

/** training batches whose labels are looked at */
const ORDERED = 256
/** looks of which single examples' losses are kept */
const EXAMPLES = new Set([3, 8, 16, 24, 32, 48, 64])
/** looks at whose targets the range is taken */
const RANGED = 16
const MOST_EXAMPLES = 64

export class Describing {
  readonly order = new Order()
  call: Call
  private readonly stream: Stream
  private readonly facts: Facts
  private readonly points: Points
  private readonly known: Known
  private readonly range = {
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
    sum: 0,
    squares: 0,
    count: 0,
  }
  private calls = 0
  /** batches whose labels were looked at */
  private seen = 0
  private ordered = -1
  private callRow: Row = {}

  constructor(model: Model, known: Known, stream: Stream, facts: Facts, points: Points) {
    this.stream = stream
    this.facts = facts
    this.points = points
    this.known = known
    this.call = lossOf(model)
  }

  rows(table: string, rows: readonly (Row | undefined)[]): void {
    const good = rows.filter((row) => row !== undefined)
    if (good.length > 0) this.stream.write({ k: 'rows', table, rows: good })
  }

  /** Before the first step: what the model is. */
  model(model: Model): void {
    const { layers } = this.known
    const say = this.facts.say.bind(this.facts)
    const total = layers.flatMap(({ layer }) => layer.weights).reduce((sum, one) => sum + sizeOf(one), 0)
    say('parameters', total, model.name)
    const rates = layers.flatMap(({ kind, layer }) => dropOf(kind, layer) ?? [])
    if (rates.length > 0) say('dropout', Math.max(...rates), `dropout(rate=${Math.max(...rates)})`)
    const norm = layers.find((one) => one.norm)
    if (norm) say('batch_norm', /batch/i.test(norm.kind), norm.kind)
    const last = lastLayer(model)
    const hidden = layers.filter(({ layer }) => layer !== last).map(({ layer }) => activationOf(layer))
    const names = [...new Set(hidden)].filter((name) => name !== '' && name !== 'linear').sort()
    say('hidden_activations', names, names.join(', ') || 'none in the layers')
    this.penalties(say)
    this.rows('initialWeights', initialRows(layers))
    this.compiled(model)
  }

  private penalties(say: (name: string, value: unknown, quote: string) => void): void {
    for (const { layer, name } of this.known.layers) {
      const { l1, l2 } =
        (layer as Layer & { kernelRegularizer?: { l1?: unknown; l2?: unknown } }).kernelRegularizer ?? {}
      const [one, two] = [scalarOf(l1), scalarOf(l2)]
      if (one > 0 || two > 0) {
        say('regularization', two > 0 ? 'l2' : 'l1', `${name}: kernelRegularizer l1=${one}, l2=${two}`)
        return
      }
    }
  }

  /** What `compile` set: loss and optimizer, and which layers they reach. */
  compiled(model: Model): void {
    const say = this.facts.say.bind(this.facts)
    this.call = lossOf(model)
    optimizerFacts(say, model.optimizer_)
    const fixed = this.known.layers.filter(({ layer }) => layer.weights.length > 0 && layer.trainable === false)
    if (fixed.length > 0) say('frozen_layers', true, `trainable = false: ${fixed.map(({ name }) => name).join(', ')}`)
    this.rows('layers', layerRows(this.known.layers, new Set(model.collectedTrainableWeights)))
    this.rows('optimizers', [optimizerRow(model)])
    const { loss, takesLogits, inputFrom, quote } = this.call
    say('loss_function', loss, quote)
    if (takesLogits !== undefined) say('from_logits', takesLogits, quote)
    if (inputFrom !== '')
      say('output_activation', inputFrom === 'conv' ? 'linear' : inputFrom, `last layer: ${inputFrom}`)
    if (['mse', 'mae', 'huber'].includes(loss)) say('task', 'regression', quote)
  }

  /** What `fit` was asked for. `x`: the examples, where they are tensors. */
  fitted(x: unknown, args: FitArguments): void {
    const say = this.facts.say.bind(this.facts)
    if (args.epochs !== undefined) say('epochs', args.epochs, `epochs: ${args.epochs}`)
    if (args.classWeight != null) say('class_weights', true, 'classWeight')
    const validation = Array.isArray(args.validationData) ? countOf(args.validationData[0]) : undefined
    if (validation !== undefined) say('examples_val', validation, `validationData of ${validation} examples`)
    const all = countOf(x)
    if (all === undefined) {
      if (args.batchesPerEpoch !== undefined) say('steps_per_epoch', args.batchesPerEpoch, 'batchesPerEpoch')
      return
    }
    const share = validation === undefined ? (args.validationSplit ?? 0) : 0
    const train = Math.floor(all * (1 - share))
    if (share > 0) say('examples_val', all - train, `validationSplit: ${share} of ${all} examples`)
    say('examples_train', train, `fit of ${all} examples`)
    const size = args.batchSize ?? 32
    say('batch_size', size, `batchSize: ${size}`)
    say('steps_per_epoch', Math.ceil(train / size), `${train} examples in batches of ${size}`)
    const shuffled = args.shuffle !== false
    say('shuffled', shuffled, `shuffle: ${shuffled}`)
    this.order.shuffles = shuffled
  }

  /** The targets of a training batch, of the first of a run only; `units`: of the model's output. */
  labels(target: Batch, units: number): void {
    this.seen++
    this.order.batch(target.values, labelsOf(target, units))
  }

  wantsLabels(): boolean {
    return this.seen < ORDERED && !this.order.full()
  }

  /** What went in at a close look, before the step. */
  given(inputs: readonly Tensor[], targets: readonly Tensor[], step: number, detailed: boolean, first: boolean): void {
    const rows = detailed
      ? inputs.slice(0, 4).map((one, at) => describe(read(one), step, 'train', this.nameOf(at)))
      : []
    this.rows('inputs', rows)
    const row = rows[0]
    if (first && row?.type === 'float' && typeof row.min === 'number')
      this.facts.say('input_range', [row.min, row.max], `into ${row.name}, first batch`)
    if (!detailed) return
    this.rows(
      'targets',
      targets.slice(0, 4).map((one) => describe(read(one), step, 'train', this.call.name, true)),
    )
  }

  private nameOf(place: number): string {
    const inputs = this.known.layers.filter(({ kind }) => kind === 'InputLayer')
    return inputs[place]?.name ?? String(place)
  }

  /** What the loss compared at a close look. `looks`: how many there were before. */
  compared(
    output: Batch | undefined,
    targets: readonly Tensor[],
    step: number,
    looks: number,
    detailed: boolean,
    counts: boolean,
  ): void {
    if (output === undefined || targets[0] === undefined) return
    const target = read(targets[0])
    if (detailed) this.rows('outputs', [describe(output, step, 'train', this.call.name, true)])
    this.called(output, target)
    if (looks < RANGED && ['mse', 'mae', 'huber'].includes(this.call.loss)) this.ranged(target)
    if (!this.facts.knows('batch_size'))
      this.facts.say('batch_size', output.shape[0], `a batch of ${output.shape[0]} rows`)
    const found = counts ? hits(this.call, output, target) : undefined
    if (found && found[1] > 0) this.points.add('accuracy', found[0] / found[1], step)
    const each = EXAMPLES.has(looks) && EACH.has(this.call.name) ? eachLoss(this.call, output, target) : undefined
    if (each && each.length > 1) {
      const loss = each.slice(0, MOST_EXAMPLES).map((one) => number(one, 4))
      this.stream.write({ k: 'examples', step, split: 'train', loss })
    }
  }

  private called(output: Batch, target: Batch): void {
    const { loss, name, takesLogits, inputFrom, quote } = this.call
    const units = output.shape.at(-1) ?? 1
    if (this.calls++ === 0) {
      const shown = `${quote}, output [${output.shape}], target [${target.shape}]`
      if (output.shape.length >= 2) this.facts.say('output_units', units, shown)
      if (loss === 'cross-entropy' && output.shape.length >= 2) {
        this.facts.say('classes', units, shown)
        this.facts.say(
          'task',
          { 2: 'classification', 4: 'segmentation' }[output.shape.length] ?? 'language-model',
          shown,
        )
      }
    }
    this.callRow = {
      loss,
      name,
      split: 'train',
      trains: true,
      calls: this.calls,
      ...(takesLogits !== undefined && { takesLogits }),
      ...(inputFrom === 'softmax' && { inputAxis: output.shape.length - 1 }),
      inputFrom,
      inputShape: [...output.shape],
      targetShape: [...target.shape],
      reduction: 'mean',
      settings: [],
    }
  }

  private ranged({ values }: Batch): void {
    const { range } = this
    const { min, max, mean, spread, lost } = moments(values)
    const count = Math.round(values.length * (1 - lost))
    if (count === 0) return
    range.low = Math.min(range.low, min)
    range.high = Math.max(range.high, max)
    range.sum += mean * count
    range.squares += (spread * spread + mean * mean) * count
    range.count += count
    const [low, high] = [number(range.low, 3), number(range.high, 3)]
    const all = range.sum / range.count
    const said = `targets from ${low} to ${high} in ${range.count} values`
    this.facts.say('target_range', [low, high], said)
    const variance = range.squares / range.count - all * all
    this.facts.say('target_spread', number(Math.sqrt(Math.max(0, variance)), 2), said)
  }

  /** The tables that grow, where they have grown to twice what was written. */
  write(last = false): void {
    if (last || this.order.batches > Math.max(3, 2 * this.ordered)) {
      this.ordered = this.order.batches
      this.rows('order', this.order.rows())
      if (this.calls > 0) this.rows('lossCalls', [this.callRow])
    }
  }
}

/** A number that may be held in a tensor. */
function scalarOf(one: unknown): number {
  return isTensor(one) ? one.dataSync()[0]! : typeof one === 'number' ? one : 0
}

/** How many examples tensors hold: one tensor, a list, or a map of them. */
function countOf(given: unknown): number | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const first = isTensor(given) ? given : Object.values(listOf(given)[0] as object).find(isTensor)
  const one = isTensor(listOf(given)[0]) ? (listOf(given)[0] as Tensor) : first
  return isTensor(one) ? one.shape[0] : undefined
}
