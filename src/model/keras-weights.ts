// The tensors of a Keras layer: which is its kernel, its bias, its scale, and how each kernel lies.

import type { WeightRole } from '../record/model-tables.ts'
import type { KerasLayer, KerasModel } from './keras-config.ts'
import { countedOnce, fansOf } from './layer-figures.ts'
import { layersByName, type NamedTensor } from './layers-by-name.ts'
import type { ModelLayer, Tensor, Weight } from './opened.ts'

/** A tensor with the word that its layer has for it, where the file tells. */
export interface Found {
  readonly tensor: Tensor
  /** `kernel`, `gamma`, ...; '' where only the order tells */
  readonly word: string
}

const WORDS: readonly (readonly [pattern: RegExp, role: WeightRole])[] = [
  [/recurrent_kernel$/, 'recurrent'],
  [/kernel$|^depthwise$|^pointwise$/, 'kernel'],
  [/embeddings?$/, 'embedding'],
  [/bias$/, 'bias'],
  [/gamma$|scale$/, 'scale'],
  [/beta$/, 'shift'],
  [/moving_mean$|^mean$/, 'mean'],
  [/moving_var(iance)?$|^variance$/, 'variance'],
]

/** A layer with its tensors: roles by their words, else by their order; counts are those of Keras, statistics included. */
export function weighted(layer: KerasLayer, found: readonly Found[]): ModelLayer {
  const { own: _, within: __, inner, config, ...row } = layer
  const order = orderOf(inner, config)
  const weights = found.map(({ tensor, word }, at) => {
    const role =
      WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? order[at % Math.max(1, order.length)] ?? byShape(tensor)
    return { tensor, role, ...axesOf(inner, role, tensor) }
  })
  const counted = countedOnce()
  const parameters = weights.reduce((sum, { tensor }) => sum + counted(tensor), 0)
  return {
    ...row,
    ...(weights.length > 0 && { parameters }),
    ...fansOf(weights, /^Depthwise/.test(inner)),
    weights,
  }
}

/** The order in which Keras' layers create what they hold. */
function orderOf(kind: string, config: KerasLayer['config']): readonly WeightRole[] {
  const bias: readonly WeightRole[] = config.use_bias === false ? [] : ['bias']
  const affine: readonly WeightRole[] = [
    ...(config.scale === false ? [] : (['scale'] as const)),
    ...(config.center === false ? [] : (['shift'] as const)),
  ]
  if (/BatchNorm/.test(kind)) return [...affine, 'mean', 'variance']
  if (/Normalization$/.test(kind)) return kind === 'Normalization' ? ['mean', 'variance', 'other'] : affine
  if (/Embedding$/.test(kind)) return ['embedding']
  if (/^(?:LSTM|GRU|SimpleRNN|ConvLSTM|CuDNN|Bidirectional)/.test(kind)) return ['kernel', 'recurrent', ...bias]
  if (/^Separable/.test(kind)) return ['kernel', 'kernel', ...bias]
  return kind === 'PReLU' ? ['other'] : /^(?:Dense|EinsumDense|MultiHead|.*Conv)/.test(kind) ? ['kernel', ...bias] : []
}

function byShape(tensor: Tensor): WeightRole {
  return tensor.shape.length >= 2 ? 'kernel' : 'other'
}

/** Dense [in, out]; Conv [.., in, out]; of transposed ones [.., out, in]. */
function axesOf(kind: string, role: WeightRole, { shape }: Tensor): Pick<Weight, 'outAxis' | 'inAxis'> {
  const last = shape.length - 1
  if ((role !== 'kernel' && role !== 'recurrent') || last < 1 || /Einsum|MultiHead/.test(kind)) return {}
  return /Transpose/.test(kind) ? { outAxis: last - 1, inAxis: last } : { outAxis: last, inAxis: last - 1 }
}

/** Layers of a config with tensors whose names tell whose they are (`enc/dense_4/kernel`); what belongs to none comes last. */
export function layersOfNames(model: KerasModel, named: readonly NamedTensor[]): readonly ModelLayer[] {
  const owned = new Map<KerasLayer, Found[]>()
  const rest: NamedTensor[] = []
  const byName = new Map(model.layers.map((layer) => [layer.own, layer]))
  for (const one of named) {
    const steps = one.name.split('/')
    const holder = steps.slice(0, -1).findLast((step) => byName.has(step))
    const owner = holder === undefined ? undefined : byName.get(holder)
    if (owner) addTo(owned, owner, { tensor: one.tensor, word: steps.at(-1) ?? '' })
    else rest.push(one)
  }
  const layers = model.layers.map((layer) => weighted(layer, owned.get(layer) ?? []))
  return [...layers, ...layersByName(rest, { layout: 'keras' }).layers.map(whole)]
}

export function addTo<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Keras counts the running statistics as well. */
export function whole(layer: ModelLayer): ModelLayer {
  const counted = countedOnce()
  return { ...layer, parameters: layer.weights.reduce((sum, { tensor }) => sum + counted(tensor), 0) }
}
