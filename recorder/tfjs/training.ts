// The trainings of one process, one after the other: which model a step belongs to, and what is an evaluation of it.

import { asking } from './again.ts'
import { seconds } from './budget.ts'
import { Run } from './run.ts'
import type { Computed, FitArguments, Layer, Model, Tensor } from './shapes.ts'
import { engine, isTensor, listOf } from './shapes.ts'
import type { Stream } from './stream.ts'
import { scalar } from './tensors.ts'

/** seconds between two writings */
const FLUSH = 0.25

export interface Owner {
  readonly stream: Stream
  /** Writes the first line, once. */
  begin(more: Readonly<Record<string, unknown>>): void
  /** Queues what was printed. */
  text(): void
  /** Says a line on stderr. */
  say(text: string): void
}

interface Fit {
  readonly x: unknown
  readonly args: FitArguments
}

export class Trainings {
  on = true
  /** what this process uses, as `tensorflow-js 4.22.0` */
  version = ''
  private readonly owner: Owner
  private run: Run | undefined
  private model: Model | undefined
  private runs = 0
  private flushed = 0
  private readonly over = new WeakSet<Model>()
  private readonly fits = new WeakMap<Model, Fit>()
  private readonly data = new WeakMap<object, 'train' | 'val' | 'test'>()
  private heldOut = 0

  constructor(owner: Owner) {
    this.owner = owner
  }

  get step(): number {
    return this.run?.step ?? 0
  }

  get begun(): boolean {
    return this.run !== undefined
  }

  /** Something of ours went wrong: it is said once, and the training left alone from here on. */
  fail(error: unknown): void {
    if (!this.on) return
    this.on = false
    const why = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 300)
    const begun = this.begun
    if (begun) {
      this.owner.stream.write({ k: 'silent', why })
      this.owner.stream.flush()
    }
    this.owner.stream.dead = true
    this.owner.say(`whyloss: ${begun ? 'recording stopped' : 'not recording'} (${why}); the training goes on.\n`)
  }

  /** `fit` or `fitDataset` is called. */
  fitted(model: Model, x: unknown, args: FitArguments): void {
    this.fits.set(model, { x, args })
    for (const [given, split] of [
      [x, 'train'],
      [args.validationData, 'val'],
    ] as const) {
      const key = keyOf(given)
      if (key) this.data.set(key, split)
    }
    if (args.validationData != null || Number(args.validationSplit) > 0) this.heldOut = Math.max(1, this.heldOut)
  }

  /** A step of a model begins. Returns whether it is recorded. */
  before(model: Model, data: readonly Tensor[]): boolean {
    if (this.model !== model && !this.takes(model)) return false
    const fit = this.fits.get(model)
    if (fit) {
      this.fits.delete(model)
      this.run!.fitted(fit.x, fit.args)
    }
    this.run!.begin(data)
    return true
  }

  /** Another model trains: a new run. One whose run is over does not come back: a record has one run after the other. */
  private takes(model: Model): boolean {
    if (this.over.has(model)) return false
    if (this.model && this.run) {
      this.run.close()
      this.over.add(this.model)
    }
    this.owner.begin({ framework: 'tensorflow-js', version: this.version, device: engine()?.backendName ?? '' })
    if (this.runs++ > 0) this.owner.stream.write({ k: 'run', name: `#${this.runs}` })
    this.run = new Run(model, this.owner.stream)
    this.run.facts.say('framework', 'tensorflow-js', `TensorFlow.js ${this.version}`.trim())
    this.model = model
    this.flush()
    return true
  }

  after(data: readonly Tensor[], results: readonly Tensor[]): void {
    this.run!.end(data, results)
    if (seconds() - this.flushed > FLUSH) this.flush()
  }

  /** A layer has answered, of whatever model. */
  answered(layer: Layer, output: unknown): void {
    const look = this.run?.looking
    if (look === undefined || asking) return
    const began = seconds()
    look.answered(layer, output)
    this.run!.budget.charge(seconds() - began)
  }

  /** Gradients were computed, by whatever optimizer. */
  computed(given: Computed): void {
    const look = this.run?.looking
    if (look === undefined || asking || !this.model) return
    const began = seconds()
    look.gradients(given, this.model)
    this.run!.budget.charge(seconds() - began)
  }

  /** An epoch of a fit has ended, counted from 0; `logs` hold numbers or scalars. */
  epoch(history: object, epoch: number, logs: Readonly<Record<string, unknown>> = {}): void {
    const { run, model } = this
    if (!run || model?.history !== history) return
    run.evidence.order.epoch()
    // the means over the epoch stand beside the steps: its last batch may be a single example
    for (const [name, value] of Object.entries(logs)) {
      const split = name.startsWith('val_') ? 'val' : 'train'
      this.later(value, (known) => run.evaluated(name.replace(/^val_/, ''), known, { split, epoch: epoch + 1 }))
    }
    if (seconds() - this.flushed > FLUSH) this.flush()
  }

  private later(value: unknown, take: (value: number) => void): void {
    const known = isTensor(value) ? scalar(value) : Number(value)
    if (typeof known === 'number') take(known)
    else known.then(take, () => {})
  }

  /** The model is evaluated by hand: on the data that it was trained on, else the first set is validation, another test. */
  evaluated(model: Model, x: unknown, results: unknown): void {
    const { run } = this
    if (!run || this.model !== model || model.isTraining === true) return
    const split = this.splitOf(keyOf(x))
    for (const [at, tensor] of listOf(results as Tensor).entries()) {
      const name = model.metricsNames[at]
      if (name === undefined || !isTensor(tensor)) continue
      this.later(tensor, (value) => {
        if (split !== 'train') run.evaluated(name, value, { split })
        else if (name === 'loss') run.points.add('eval-loss-on-train', value, run.step, { mean: 'epoch' })
      })
    }
  }

  private splitOf(key: object | undefined): 'train' | 'val' | 'test' {
    const known = key && this.data.get(key)
    if (known) return known
    const split = this.heldOut++ === 0 ? 'val' : 'test'
    if (key) this.data.set(key, split)
    return split
  }

  /** Writes what has come together. */
  flush(): void {
    const began = seconds()
    this.run?.write()
    this.owner.text()
    this.owner.stream.flush()
    this.flushed = seconds()
    this.run?.budget.charge(this.flushed - began)
  }

  end(): void {
    if (this.on) this.run?.close()
  }
}

/** What a data set is known by: its tensor, or the first of several. */
function keyOf(given: unknown): object | undefined {
  const first = Array.isArray(given) ? given[0] : given
  return typeof first === 'object' && first !== null ? first : undefined
}
