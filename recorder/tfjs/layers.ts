// The user's layers: their names, their settings, and the weights with which they begin.

import { className, type Layer, type Model, type Values, type Weight } from './shapes.ts'
import { number } from './stream.ts'
import { moments } from './tensors.ts'

const MOST_LAYERS = 400
/** first values of a weight that are looked at */
const MOST_WEIGHTS = 1 << 16
const NORM = /norm/i
const DROPS = /dropout$/i

/** The field's name of an activation: `hardSigmoid` is hard-sigmoid, `swish` silu. */
export function activationName(name: string): string {
  const kebab = name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()
  return { swish: 'silu', 're-lu': 'relu', 're-lu6': 'relu6', 'leaky-re-lu': 'leaky-relu' }[kebab] ?? kebab
}

/** Layers that are an activation by their class. */
const OWN: Readonly<Record<string, string>> = {
  ReLU: 'relu',
  LeakyReLU: 'leaky-relu',
  PReLU: 'prelu',
  ELU: 'elu',
  Softmax: 'softmax',
  ThresholdedReLU: 'relu',
}
const GATED = /^(?:LSTM|GRU|SimpleRNN)$/

/** The activation that a layer's output went through; '' of one that has none, `linear` of one that says so. */
export function activationOf(layer: Layer): string {
  const kind = className(layer)
  if (Object.hasOwn(OWN, kind)) return OWN[kind]!
  const name = className(layer.activation) || (GATED.test(kind) ? className(layer.cell?.activation) : '')
  return name === '' ? '' : activationName(name)
}

export interface Named {
  readonly name: string
  readonly kind: string
  readonly layer: Layer
  /** scales and shifts only */
  readonly norm: boolean
}

/** All layers of a model, those of a model within it with its name before theirs, each once. */
export function layersOf(model: Layer, prefix = '', seen = new Set<Layer>()): readonly Named[] {
  const found: Named[] = []
  for (const layer of model.layers ?? []) {
    if (seen.has(layer)) continue
    seen.add(layer)
    const name = prefix + layer.name
    if (Array.isArray(layer.layers)) found.push(...layersOf(layer, `${name}.`, seen))
    else found.push({ name, kind: className(layer), layer, norm: NORM.test(className(layer)) })
  }
  return found
}

/** The name of a weight within its layer: `kernel` of `dense_Dense1/kernel`. */
export function ownName(weight: Weight): string {
  return (weight.originalName ?? weight.name).replace(/^.*\//, '')
}

export function sizeOf(weight: Weight): number {
  return weight.shape.reduce((a, b) => a * b, 1)
}

/** Units in and out of a weight of at least two axes, the last of which are the units. */
function fans(weight: Weight): readonly [number, number] {
  const units = weight.shape.at(-1)!
  const width = sizeOf(weight) / units
  const field = weight.shape.length > 2 ? width / weight.shape.at(-2)! : 1
  return [width, units * field]
}

/** Rows of the table `layers`: what owns weights, is an activation, or drops. `held`: weights that the optimizer moves. */
export function layerRows(all: readonly Named[], held: ReadonlySet<Weight>) {
  return all
    .filter(tells)
    .slice(0, MOST_LAYERS)
    .map((one) => layerRow(one, held))
}

function tells({ kind, layer }: Named): boolean {
  return layer.weights.length > 0 || activationOf(layer) !== '' || DROPS.test(kind)
}

function layerRow({ name, kind, layer, norm }: Named, held: ReadonlySet<Weight>) {
  const { weights } = layer
  const kernel = weights.find((one) => one.shape.length >= 2)
  const activation = activationOf(layer)
  const drop = dropOf(kind, layer)
  const [fanIn, fanOut] = kernel && !norm && kind !== 'Embedding' ? fans(kernel) : []
  return {
    name,
    kind,
    ...(weights.length > 0 && {
      parameters: weights.reduce((sum, one) => sum + sizeOf(one), 0),
      trainable: layer.trainableWeights.length > 0,
      inOptimizer: weights.some((one) => held.has(one)),
    }),
    ...(fanIn !== undefined && { fanIn, fanOut, shape: [null, kernel!.shape.at(-1)] }),
    ...(activation !== '' && { activation }),
    // the share of the newest batch, which TensorFlow.js counts the other way round
    ...(norm && typeof layer.momentum === 'number' && { momentum: number(1 - layer.momentum) }),
    ...(drop !== undefined && { dropout: number(drop) }),
  }
}

/** The share of values that a layer drops in training; undefined of one that drops none. */
export function dropOf(kind: string, layer: Layer): number | undefined {
  if (DROPS.test(kind)) return typeof layer.rate === 'number' ? layer.rate : undefined
  const inner = GATED.test(kind) ? Number(layer.dropout ?? layer.cell?.dropout) : 0
  return inner > 0 ? inner : undefined
}

/** Rows of the table `initialWeights`: every weight matrix as it is now. */
export function initialRows(all: readonly Named[]) {
  const rows = []
  for (const { name, kind, layer, norm } of all) {
    const matrices = norm ? [] : layer.weights.filter((one) => one.shape.length >= 2)
    const bias = layer.weights.find((one) => ownName(one) === 'bias')
    for (const [at, weight] of matrices.entries()) {
      rows.push({
        layer: at === 0 ? name : `${name}.${ownName(weight)}`,
        kind,
        ...initial(weight),
        ...(bias && at === 0 && { bias: number(largest(bias.read().dataSync())) }),
      })
    }
    if (rows.length >= MOST_LAYERS) break
  }
  return rows
}

function initial(weight: Weight) {
  const [fanIn, fanOut] = fans(weight)
  const units = weight.shape.at(-1)!
  const all = weight.read().dataSync()
  const rows = Math.max(2, Math.floor(MOST_WEIGHTS / units))
  const values = all.subarray(0, Math.min(all.length, rows * units))
  const { mean, spread } = moments(values)
  let [zeros, symmetric] = [0, units > 1]
  for (let at = 0; at < values.length; at++) {
    if (values[at] === 0) zeros++
    // of equal units each row holds one value
    if (symmetric && values[at] !== values[at - (at % units)]) symmetric = false
  }
  return {
    fanIn,
    fanOut,
    mean: number(mean),
    spread: number(spread),
    zero: number(values.length > 0 ? zeros / values.length : 0),
    symmetric,
  }
}

function largest(values: Values): number {
  let most = 0
  for (const value of values) most = Math.max(most, Math.abs(value))
  return most
}

/** The layer that makes the model's first output, models within it opened. */
export function lastLayer(model: Model): Layer | undefined {
  let layer = model.outputs[0]?.sourceLayer
  for (let depth = 0; depth < 8 && Array.isArray(layer?.layers); depth++)
    layer = (layer as Model).outputs?.[0]?.sourceLayer
  return layer
}
