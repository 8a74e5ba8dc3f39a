// The loss functions of TensorFlow.js: what they are called in the field, and what one call of them received.

import { activationOf, lastLayer } from './layers.ts'
import { className, type LossFunction, type Model } from './shapes.ts'
import { type Batch, topOf } from './tensors.ts'

interface Loss {
  /** the field's name */
  readonly loss: string
  readonly takesLogits?: boolean
  /** that of tf.losses gives the mean over a batch, not a loss for each example */
  readonly mean?: boolean
}

const LOSSES: Readonly<Record<string, Loss>> = {
  categoricalCrossentropy: { loss: 'cross-entropy', takesLogits: false },
  sparseCategoricalCrossentropy: { loss: 'cross-entropy', takesLogits: false },
  binaryCrossentropy: { loss: 'binary-cross-entropy', takesLogits: false },
  softmaxCrossEntropy: { loss: 'cross-entropy', takesLogits: true, mean: true },
  sigmoidCrossEntropy: { loss: 'binary-cross-entropy', takesLogits: true, mean: true },
  logLoss: { loss: 'binary-cross-entropy', takesLogits: false, mean: true },
  meanSquaredError: { loss: 'mse' },
  meanAbsoluteError: { loss: 'mae' },
  meanAbsolutePercentageError: { loss: 'mape' },
  meanSquaredLogarithmicError: { loss: 'msle' },
  absoluteDifference: { loss: 'mae', mean: true },
  huberLoss: { loss: 'huber', mean: true },
  logcosh: { loss: 'huber' },
  hinge: { loss: 'hinge' },
  squaredHinge: { loss: 'hinge' },
  categoricalHinge: { loss: 'hinge' },
  hingeLoss: { loss: 'hinge', mean: true },
  kullbackLeiblerDivergence: { loss: 'kl' },
  poisson: { loss: 'poisson' },
  cosineProximity: { loss: 'cosine' },
  cosineDistance: { loss: 'cosine', mean: true },
}
const SHORT: Readonly<Record<string, string>> = {
  mse: 'meanSquaredError',
  MSE: 'meanSquaredError',
  mae: 'meanAbsoluteError',
  MAE: 'meanAbsoluteError',
  mape: 'meanAbsolutePercentageError',
  MAPE: 'meanAbsolutePercentageError',
  msle: 'meanSquaredLogarithmicError',
  MSLE: 'meanSquaredLogarithmicError',
  kld: 'kullbackLeiblerDivergence',
  KLD: 'kullbackLeiblerDivergence',
  cosine: 'cosineProximity',
}

export interface Call extends Loss {
  /** its own name; that of a function of the user's may be empty */
  readonly name: string
  /** one of TensorFlow.js, which may be asked once more; not one of the user's, which may count, print or draw */
  readonly known: boolean
  /** what the user gave */
  readonly quote: string
  readonly inputFrom: string
}

/** What an output of a model is compared by. */
export function lossOf(model: Model, place = 0): Call {
  const given = Array.isArray(model.loss) ? model.loss[place] : model.loss
  const asked = typeof given === 'object' && given !== null ? Object.values(given)[place] : given
  const used: LossFunction | undefined = model.lossFunctions[place]
  const inputFrom = sourceOf(model)
  if (typeof asked === 'string') return { ...named(asked), known: true, quote: `loss: '${asked}'`, inputFrom }
  const own = typeof used === 'function' ? used.name : ''
  // operations of tfjs-core bear their names with this ending, in minified bundles too
  const operation = /^(\w+?)_?__op$/.exec(own)?.[1]
  if (operation) return { ...named(operation), known: true, quote: `loss: tf.losses.${operation}`, inputFrom }
  if (Object.hasOwn(LOSSES, own)) return { ...named(own), known: true, quote: `loss: ${own}`, inputFrom }
  const inner = innerOf(used)
  const quote = inner ? `loss: a function that calls ${inner}` : `loss: ${own || 'a function'}`
  return { ...named(inner ?? (own || 'function')), known: false, quote, inputFrom }
}

function named(name: string): Loss & { readonly name: string } {
  const full = Object.hasOwn(SHORT, name) ? SHORT[name]! : name
  return Object.hasOwn(LOSSES, full) ? { name: full, ...LOSSES[full]! } : { name: full, loss: full }
}

/** The only loss of TensorFlow.js that the text of the user's own function calls. */
function innerOf(used: LossFunction | undefined): string | undefined {
  const text = typeof used === 'function' ? Function.prototype.toString.call(used).slice(0, 2000) : ''
  const names = [...text.matchAll(/\b(?:losses|metrics)\s*\.\s*(\w+)/g)].map((match) => match[1]!)
  const known = [...new Set(names)].filter((name) => Object.hasOwn(LOSSES, name))
  return known.length === 1 && names.length === 1 ? known[0] : undefined
}

/** What made the loss's input: an activation, linear, conv, or the layer's own class. */
function sourceOf(model: Model): string {
  const layer = lastLayer(model)
  if (layer === undefined) return ''
  const activation = activationOf(layer)
  const kind = className(layer)
  if (activation !== '' && activation !== 'linear') return activation
  return /conv/i.test(kind) ? 'conv' : activation === 'linear' ? 'linear' : kind.toLowerCase()
}

/** Right answers and answers in all of a classification; undefined where there are none. */
export function hits(call: Call, output: Batch, target: Batch): readonly [number, number] | undefined {
  const units = output.shape.at(-1) ?? 1
  const total = output.values.length / units
  if (call.loss === 'cross-entropy' && units > 1) {
    const labels = labelsOf(target, units)
    if (labels === undefined || labels.length !== total) return undefined
    return [labels.filter((label, row) => topOf(output.values, row * units, units) === label).length, total]
  }
  if (call.loss !== 'binary-cross-entropy' || output.values.length !== target.values.length) return undefined
  if (!target.values.every((one) => one === 0 || one === 1)) return undefined
  const border = call.takesLogits ? 0 : 0.5
  let right = 0
  for (const [at, value] of output.values.entries()) if (value > border === target.values[at]! > 0.5) right++
  return [right, output.values.length]
}

/** Class numbers of targets: as they are, or of rows that hold one 1; undefined of others. */
export function labelsOf(target: Batch, units: number): readonly number[] | undefined {
  const { values, shape } = target
  const width = shape.at(-1) ?? 1
  if (shape.length >= 2 && width > 1 && width === units) return places(values, width)
  return values.every(Number.isInteger) ? Array.from(values) : undefined
}

/** The place of the 1 in each row; undefined where a row is anything else. */
function places(values: ArrayLike<number>, width: number): readonly number[] | undefined {
  const found: number[] = []
  for (let at = 0, place = 0, ones = 0; at < values.length; at++) {
    const value = values[at]!
    if (value === 1) {
      ones++
      found.push(place)
    } else if (value !== 0) return undefined
    if (++place < width) continue
    if (ones !== 1) return undefined
    place = ones = 0
  }
  return found
}
