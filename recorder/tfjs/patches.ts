// Puts the recorder into the classes of one copy of TensorFlow.js, by their prototypes; what it raises goes no further.

import { asking, passedBy } from './again.ts'
import type { Computed, FitArguments, Layer, Model, Tensor, TrainFunction } from './shapes.ts'
import type { Trainings } from './training.ts'

const MARK = Symbol.for('whyloss.patched')
/** under which a callback of ours is known, by whatever copy of it */
export const CALLBACK = Symbol.for('whyloss.callback')

type Method = (this: never, ...args: never[]) => unknown
type Prototype = Record<PropertyKey, unknown>

/** Of TensorFlow.js what is looked for. */
export interface Found {
  readonly LayersModel?: { readonly prototype: object }
  readonly version?: unknown
  readonly version_layers?: unknown
}

export class Patches {
  private readonly trainings: Trainings

  constructor(trainings: Trainings) {
    this.trainings = trainings
  }

  /** Puts it in; returns whether there is something to put it into. Throws where the classes are of another shape. */
  install(found: Found): boolean {
    const model = found.LayersModel?.prototype as Prototype | undefined
    if (model === undefined) return false
    const layer = ownerOf(model, 'apply')
    if (typeof model.makeTrainFunction !== 'function' || layer === undefined)
      throw new Error('this release of TensorFlow.js trains in another way')
    this.trainings.version ||= versionOf(found)
    this.training(model)
    this.fits(model)
    this.evaluations(model)
    const { trainings } = this
    wrap(layer, 'apply', (original) => {
      return function apply(this: Layer, inputs: unknown, ...rest: unknown[]) {
        if (asking && passedBy.has(this)) return Array.isArray(inputs) ? inputs[0] : inputs
        const output = original.call(this, inputs, ...rest)
        if (trainings.on) aside(trainings, () => trainings.answered(this, output))
        return output
      }
    })
    return true
  }

  private training(prototype: Prototype): void {
    const { trainings } = this
    const optimizers = (model: Model) => this.optimizer(model)
    const histories = (model: Model) => this.history(model)
    wrap(prototype, 'makeTrainFunction', (original) => {
      return function makeTrainFunction(this: Model, ...rest: unknown[]) {
        const train = original.call(this, ...rest) as TrainFunction
        return (data: readonly Tensor[]) => {
          const watched =
            trainings.on &&
            aside(trainings, () => {
              optimizers(this)
              histories(this)
              return trainings.before(this, data)
            })
          const results = train(data)
          if (watched && trainings.on) aside(trainings, () => trainings.after(data, results))
          return results
        }
      }
    })
  }

  private optimizer(model: Model): void {
    const prototype = ownerOf(model.optimizer_, 'computeGradients')
    const { trainings } = this
    if (prototype)
      wrap(prototype, 'computeGradients', (original) => {
        return function computeGradients(this: object, ...args: unknown[]) {
          const given = original.call(this, ...args) as Computed
          if (trainings.on) aside(trainings, () => trainings.computed(given))
          return given
        }
      })
  }

  /** The history is the last to hear of an epoch, with all its values. */
  private history(model: Model): void {
    const prototype = model.history && ownerOf(model.history, 'onEpochEnd')
    const { trainings } = this
    if (!prototype) return
    wrap(prototype, 'onEpochEnd', (original) => {
      return function onEpochEnd(this: object, epoch: number, logs: Record<string, unknown>, ...rest: unknown[]) {
        if (trainings.on) aside(trainings, () => trainings.epoch(this, epoch, logs))
        return original.call(this, epoch, logs, ...rest)
      }
    })
    wrap(prototype, 'onTrainEnd', (original) => {
      return function onTrainEnd(this: object, ...rest: unknown[]) {
        if (trainings.on) aside(trainings, () => trainings.flush())
        return original.call(this, ...rest)
      }
    })
  }

  private fits(prototype: Prototype): void {
    const { trainings } = this
    const see = (model: Model, x: unknown, args: FitArguments | undefined) => {
      if (trainings.on) aside(trainings, () => trainings.fitted(model, x, args ?? {}))
    }
    wrap(prototype, 'fit', (original) => {
      return function fit(this: Model, x: unknown, y: unknown, args?: FitArguments, ...rest: unknown[]) {
        see(this, x, args)
        return original.call(this, x, y, ...given(args), ...rest)
      }
    })
    wrap(prototype, 'fitDataset', (original) => {
      return function fitDataset(this: Model, dataset: unknown, args?: FitArguments, ...rest: unknown[]) {
        see(this, dataset, args)
        return original.call(this, dataset, ...given(args), ...rest)
      }
    })
  }

  private evaluations(prototype: Prototype): void {
    const { trainings } = this
    wrap(prototype, 'evaluate', (original) => {
      return function evaluate(this: Model, x: unknown, ...rest: unknown[]) {
        const results = original.call(this, x, ...rest)
        if (trainings.on) aside(trainings, () => trainings.evaluated(this, x, results))
        return results
      }
    })
  }
}

/** The arguments of a fit without callbacks of ours, which the recorder hears without; as they are where there are none. */
function given(args: FitArguments | undefined): readonly (FitArguments | undefined)[] {
  const { callbacks } = args ?? {}
  const all = Array.isArray(callbacks) ? callbacks : callbacks == null ? [] : [callbacks]
  const own = all.filter((one) => !isOurs(one))
  if (own.length === all.length) return args === undefined ? [] : [args]
  const { callbacks: _, ...rest } = args!
  return [own.length > 0 ? { ...rest, callbacks: own } : rest]
}

function isOurs(callback: unknown): boolean {
  return typeof callback === 'object' && callback !== null && CALLBACK in callback
}

/** Calls what is ours: what it throws ends the recording, never the training. */
function aside<T>(trainings: Trainings, run: () => T): T | undefined {
  try {
    return run()
  } catch (error) {
    trainings.fail(error)
    return undefined
  }
}

/** Puts a method in the place of one of a prototype, once; its name and length stay. */
function wrap(prototype: Prototype, name: string, make: (original: (...args: unknown[]) => unknown) => Method): void {
  const original = prototype[name] as ((...args: unknown[]) => unknown) & { [MARK]?: true }
  if (typeof original !== 'function' || original[MARK]) return
  const method = make(original)
  Object.defineProperties(method, {
    name: { value: original.name, configurable: true },
    length: { value: original.length, configurable: true },
    [MARK]: { value: true },
  })
  Object.defineProperty(prototype, name, { value: method, writable: true, configurable: true, enumerable: false })
}

/** The prototype of an object, or the object itself, that has the method as its own. */
function ownerOf(one: object, name: string): Prototype | undefined {
  for (let at: object | null = one; at !== null; at = Object.getPrototypeOf(at))
    if (Object.hasOwn(at, name) && at !== Object.prototype) return at as Prototype
  return undefined
}

function versionOf({ version, version_layers }: Found): string {
  if (typeof version_layers === 'string') return version_layers
  const all = version as { tfjs?: unknown; 'tfjs-layers'?: unknown } | undefined
  return String(all?.tfjs ?? all?.['tfjs-layers'] ?? '')
}
