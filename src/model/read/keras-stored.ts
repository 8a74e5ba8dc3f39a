// Where HDF5 files of Keras keep the tensors of each layer: by the layer's name (to Keras 2), by numbers in groups (Keras 3).

import type { KerasLayer, KerasModel } from '../keras-config.ts'
import { snake } from '../keras-training.ts'
import { addTo, type Found, weighted } from '../keras-weights.ts'
import type { NamedTensor } from '../layers-by-name.ts'
import type { ModelLayer } from '../opened.ts'
import type { Hdf5 } from './hdf5.ts'

export interface Stored {
  readonly byLayer: ReadonlyMap<KerasLayer, readonly Found[]>
  /** every tensor of the model under a path that tells its layer */
  readonly all: readonly NamedTensor[]
  /** where there is no config: the groups as layers, with the class that their name tells */
  readonly groups?: readonly { readonly name: string; readonly kind: string; readonly found: readonly Found[] }[]
}

const DEEPEST = 16
const MOST = 200_000

/**
 * Whole models and weights of Keras 1 and 2, and what Keras 3 writes as `.h5`: a group for each layer, `weight_names` in
 * order. Layers of a model within lie in its group under their own names.
 */
export function storedByLayer(file: Hdf5, model: KerasModel | undefined): Stored {
  const root = file.kind('/model_weights') === 'group' ? '/model_weights' : '/'
  const names = list(file.attribute(root, 'layer_names')) ?? file.keys(root).filter((key) => !/^optimizer/.test(key))
  const byLayer = new Map<KerasLayer, Found[]>()
  const all: NamedTensor[] = []
  const owners = new Map<string, KerasLayer[]>()
  for (const layer of model?.layers ?? []) addTo(owners, layer.within[0] ?? layer.own, layer)
  for (const layer of names) {
    const group = `${root === '/' ? '' : root}/${layer}`
    if (file.kind(group) !== 'group') continue
    const paths = list(file.attribute(group, 'weight_names')) ?? datasetsBelow(file, group)
    const layers = owners.get(layer) ?? []
    for (const path of paths) {
      const plain = path.replace(/:0$/, '')
      const steps = plain.split('/')
      const name = steps.length > 1 ? plain : `${layer}/${plain}`
      const tensor = file.tensor(`${group}/${path}`, name)
      if (!tensor || all.length >= MOST || /seed_generator/.test(plain)) continue
      all.push({ name: layers.length === 0 && steps[0] !== layer ? `${layer}/${plain}` : name, tensor })
      const owner = layers.length > 1 ? ownerOf(layers, steps) : layers[0]
      if (owner) addTo(byLayer, owner, { tensor, word: steps.at(-1) ?? '' })
    }
  }
  return { byLayer, all }
}

/** The layer of a model within whose name is the latest part of a tensor's path. */
function ownerOf(layers: readonly KerasLayer[], steps: readonly string[]): KerasLayer | undefined {
  for (let at = steps.length - 2; at >= 0; at--) {
    const found = layers.find(({ own }) => own === steps[at])
    if (found) return found
  }
  return undefined
}

/** `.weights.h5` of Keras 3, by itself or in `.keras`: `layers/dense_1/vars/0`, named by class and number. */
export function storedByGroup(file: Hdf5, model: KerasModel | undefined): Stored {
  const root = rootOf(file)
  const byLayer = new Map<KerasLayer, Found[]>()
  const all: NamedTensor[] = []
  const groups: { name: string; kind: string; found: Found[] }[] = []
  const holders = new Map<string, KerasLayer>()
  for (const layer of model?.layers ?? []) holders.set([...layer.within, layer.own].join('/'), layer)
  const seek = (at: string, within: readonly string[], names: ReadonlyMap<string, string>, depth: number): void => {
    for (const key of file.keys(at)) {
      const group = `${at}/${key}`
      if (file.kind(group) !== 'group' || depth > DEEPEST) continue
      const own = text(file.attribute(`${group}/vars`, 'name')) ?? names.get(key) ?? key
      const inner = innerOf(file, group)
      if (inner !== undefined && !holders.has([...within, own].join('/'))) {
        seek(inner, [...within, own], namesOf(model, [...within, own]), depth + 1)
        continue
      }
      const found = foundBelow(file, group, [...within, own].join('/'), 0)
      if (all.length + found.length > MOST) return
      all.push(...found.map(({ tensor }) => ({ name: tensor.name, tensor })))
      const layer = holders.get([...within, own].join('/'))
      if (layer) byLayer.set(layer, found)
      if (!model) groups.push({ name: [...within, own].join('/'), kind: classOf(key), found })
    }
  }
  seek(root, [], namesOf(model, []), 0)
  return { byLayer, all, ...(!model && { groups }) }
}

function rootOf(file: Hdf5): string {
  for (const root of ['/layers', '/_layer_checkpoint_dependencies']) if (file.kind(root) === 'group') return root
  return '/'
}

/** Where a model within keeps its layers. */
function innerOf(file: Hdf5, group: string): string | undefined {
  for (const name of ['layers', '_layer_checkpoint_dependencies'])
    if (file.kind(`${group}/${name}`) === 'group') return `${group}/${name}`
  return undefined
}

/** The groups' names as Keras makes them, for files that do not tell the layers' own: class in small letters and a number. */
function namesOf(model: KerasModel | undefined, within: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, number>()
  const names = new Map<string, string>()
  for (const layer of model?.layers ?? []) {
    if (!within.every((name, at) => layer.within[at] === name)) continue
    const nested = layer.within[within.length]
    // of a model within the class is not kept; its group tells its name, in files that have such
    if (nested !== undefined) continue
    const word = snake(layer.kind)
    const count = counts.get(word) ?? 0
    counts.set(word, count + 1)
    names.set(count === 0 ? word : `${word}_${count}`, layer.own)
  }
  return names
}

/** Tensors of a layer, its own before those of what it holds; seeds of random numbers are none. */
function foundBelow(file: Hdf5, group: string, name: string, depth: number): Found[] {
  const found: Found[] = []
  for (const key of file.keys(`${group}/vars`)) {
    const tensor =
      file.kind(`${group}/vars/${key}`) === 'dataset'
        ? file.tensor(`${group}/vars/${key}`, `${name}/${key}`)
        : undefined
    if (tensor) found.push({ tensor, word: '' })
  }
  if (depth > DEEPEST) return found
  const order = ['forward_layer', 'backward_layer', 'query_dense', 'key_dense', 'value_dense', 'output_dense']
  const rank = (key: string) => order.indexOf(key) + 1 || order.length + 1
  const keys = file.keys(group).filter((key) => key !== 'vars' && !/seed_generator/.test(key))
  for (const key of [...keys].sort((one, other) => rank(one) - rank(other)))
    if (file.kind(`${group}/${key}`) === 'group')
      found.push(...foundBelow(file, `${group}/${key}`, `${name}/${key}`, depth + 1))
  return found
}

/** `batch_normalization_3` -> `BatchNormalization`, `conv2d` -> `Conv2D`. */
function classOf(key: string): string {
  const words = key.replace(/_\d+$/, '').split('_')
  return words
    .map(
      (word) =>
        ({ lstm: 'LSTM', gru: 'GRU', rnn: 'RNN', re: 'Re', lu: 'LU' })[word] ??
        word.replace(/^./, (letter) => letter.toUpperCase()),
    )
    .join('')
    .replace(/(\d)d/g, '$1D')
    .replace(/^Simple_?Rnn$/, 'SimpleRNN')
}

/** Layers of weights alone, where the groups tell the classes. */
export function storedInOrder({ groups }: Stored): readonly ModelLayer[] | undefined {
  return groups
    ?.filter(({ found }) => found.length > 0)
    .map(({ name, kind, found }) => weighted({ name, own: name, within: [], kind, inner: kind, config: {} }, found))
}

function datasetsBelow(file: Hdf5, group: string, path = '', depth = 0): string[] {
  if (depth > DEEPEST) return []
  return file.keys(`${group}${path && `/${path}`}`).flatMap((key) => {
    const below = path === '' ? key : `${path}/${key}`
    const kind = file.kind(`${group}/${below}`)
    return kind === 'dataset' ? [below] : kind === 'group' ? datasetsBelow(file, group, below, depth + 1) : []
  })
}

function list(value: string | number | readonly string[] | undefined): readonly string[] | undefined {
  return Array.isArray(value) ? value : undefined
}

function text(value: string | number | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
