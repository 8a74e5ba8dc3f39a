// Figures of layers that every format has in common: fans, counts, names that occur once, and facts that follow.

import { type Fact, type FactName, type FactValues, fact } from '../record/fact.ts'
import type { Layer } from '../record/tables.ts'
import type { ModelLayer, Tensor, Weight } from './opened.ts'

/**
 * Inputs and outputs of a unit of the first kernel, each times the window. Source: Glorot & Bengio 2010 as PyTorch and
 * Keras count them; of a depthwise kernel [.., in, multiplier] a unit sees its window alone.
 */
export function fansOf(weights: readonly Weight[], depthwise = false): { fanIn?: number; fanOut?: number } {
  const kernel = weights.find(
    ({ role, outAxis, inAxis }) => role === 'kernel' && outAxis !== undefined && inAxis !== undefined,
  )
  if (!kernel) return {}
  const { shape } = kernel.tensor
  const inputs = shape[kernel.inAxis!] ?? 1
  const outputs = shape[kernel.outAxis!] ?? 1
  const window = shape.reduce(
    (product, size, axis) => (axis === kernel.inAxis || axis === kernel.outAxis ? product : product * size),
    1,
  )
  return depthwise ? { fanIn: window, fanOut: window * outputs } : { fanIn: inputs * window, fanOut: outputs * window }
}

/** Counts the values of a tensor the first time that it comes; a shared tensor counts once. */
export function countedOnce(): (tensor: Tensor) => number {
  const seen = new Set<Tensor>()
  return (tensor) => {
    if (seen.has(tensor)) return 0
    seen.add(tensor)
    return tensor.shape.reduce((product, size) => product * size, 1)
  }
}

/** The same names, a number behind those that came before. */
export function namesOnce(names: readonly string[]): readonly string[] {
  const taken = new Set<string>(names)
  const numbers = new Map<string, number>()
  return names.map((name) => {
    let number = (numbers.get(name) ?? 0) + 1
    if (number > 1) {
      while (taken.has(`${name}_${number}`)) number++
      taken.add(`${name}_${number}`)
    }
    numbers.set(name, number)
    return number > 1 ? `${name}_${number}` : name
  })
}

/** Kinds that multiply by a kernel, in PyTorch's and in Keras' words. */
const WEIGHTED = /^(?:Dense|EinsumDense|Linear|.*Conv\d?|.*Conv.*|LSTM|GRU|SimpleRNN|RNN|Bidirectional|TimeDistributed)/

/** What is known beside the layers. */
interface Told {
  /** wins over what the last layer tells */
  readonly units?: number
  /** false where the order of the layers is not that of the computation: nothing is said of a last one */
  readonly ordered?: boolean
  /** whether some layer's parameters are not known, so that their sum is none of the model's */
  readonly partial?: boolean
}

/** Facts that follow from layers: parameters, output_units, hidden_activations, dropout, batch_norm. */
export function factsOfLayers(layers: readonly ModelLayer[], path: string, told: Told): Fact[] {
  const facts: Fact[] = []
  const add = <Name extends FactName>(name: Name, value: FactValues[Name] | undefined, layer?: Layer) => {
    if (value !== undefined) facts.push(fact(name, value, quoteOf(layer) ?? String(value), path, 'file'))
  }
  const known = layers.filter((layer) => layer.parameters !== undefined)
  if (known.length > 0 && !told.partial)
    add(
      'parameters',
      known.reduce((sum, layer) => sum + layer.parameters!, 0),
    )
  const last = told.ordered === false ? -1 : layers.findLastIndex((layer) => WEIGHTED.test(layer.kind))
  if (last >= 0) add('output_units', told.units ?? unitsOf(layers[last]), layers[last])
  const hidden = [...new Set(layers.slice(0, Math.max(0, last)).flatMap(({ activation }) => activation ?? []))]
  const words = hidden.filter((name) => name !== 'linear' && name !== 'softmax').slice(0, 64)
  if (words.length > 0) add('hidden_activations', words)
  const dropouts = layers.filter((layer) => (layer.dropout ?? 0) > 0)
  if (dropouts.length > 0) add('dropout', Math.max(...dropouts.map((layer) => layer.dropout!)), dropouts[0])
  const norm = layers.find((layer) => /^(?:Sync)?BatchNorm/.test(layer.kind))
  if (norm) add('batch_norm', true, norm)
  return facts
}

function unitsOf(layer: ModelLayer | undefined): number | undefined {
  if (!layer || !/^(?:Dense|Linear)/.test(layer.kind)) return undefined
  const kernel = layer.weights.find(({ role }) => role === 'kernel')
  return kernel?.outAxis === undefined ? (layer.shape?.at(-1) ?? undefined) : kernel.tensor.shape[kernel.outAxis]
}

function quoteOf(layer: Layer | undefined): string | undefined {
  return layer && `${layer.kind} ${layer.name}`
}
