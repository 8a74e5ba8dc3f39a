// Layers of a model of which a file stores only named tensors: state dictionaries, safetensors, GGUF, variables of a SavedModel.

import type { Layer } from '../record/tables.ts'
import { fansOf } from './layer-figures.ts'
import { isKnownLeaf, isSwapped, kindOf, type Layout, type Part, roleOf } from './layer-kinds.ts'
import type { ModelLayer, Tensor, Weight } from './opened.ts'
import { countOf } from './read/numbers.ts'

export interface NamedTensor {
  /** as the file has it: `layer.0.weight`, `dense/kernel:0`; a tied tensor bears its first name */
  readonly name: string
  readonly tensor: Tensor
  /** whether its values were counted under another name */
  readonly tied?: boolean
}

/** A layer that the file names by itself, in its place among all. */
export type KnownLayer = Pick<Layer, 'name' | 'kind' | 'dropout' | 'momentum' | 'trainable' | 'activation'>

export interface ByName {
  /** how kernels lie; PyTorch's way if absent */
  readonly layout?: Layout
  /** whether the file sorts its names, so that 10 comes before 2; if absent its order is that of their definition */
  readonly natural?: boolean
  /** layers that are told, in their order; those without a tensor are kept as well */
  readonly known?: readonly KnownLayer[]
}

/**
 * Groups tensors into layers by the paths of their names. The order is that of the file, but numbers in one place of a
 * path are sorted. `ordered` where all layers stand in one numbered row, as those of a Sequential do. `parameters` leaves
 * out running statistics, counters and what is tied to an earlier tensor; `fanIn` and `fanOut` count as initialisers do.
 */
export function layersByName(
  named: readonly NamedTensor[],
  how: ByName = {},
): { readonly layers: readonly ModelLayer[]; readonly ordered: boolean } {
  const layout = how.layout ?? 'torch'
  const groups = groupsOf(named)
  const known = new Map((how.known ?? []).map((one) => [one.name, one]))
  const swapped = layout === 'torch' && [...groups].some(([name, group]) => hasSwapped(name, group))
  const layers = new Map<string, ModelLayer>()
  for (const [name, group] of groups) layers.set(name, layerOf(name, group, layout, swapped, known.get(name)))
  const order = inOrder([...groups.keys()], how.natural ?? false)
  if (!how.known) {
    const all = order.map((name) => layers.get(name)!)
    return { layers: all, ordered: isRow(order) && all.every(({ kind }) => kind !== 'tensor') }
  }
  const listed = how.known.map((one) => layers.get(one.name) ?? { ...one, parameters: 0, weights: [] })
  const rest = order.filter((name) => !known.has(name)).map((name) => layers.get(name)!)
  return { layers: [...listed, ...rest], ordered: false }
}

interface Group {
  readonly parts: (Part & { readonly tied: boolean })[]
}

/** The layer that a tensor's name tells, and what it is in it. */
export function layerAndLeaf(name: string): readonly [layer: string, leaf: string] {
  const plain = name.replace(/\/\.ATTRIBUTES\/VARIABLE_VALUE$/, '').replace(/:0$/, '')
  const parametrized = /^(?:(.*)\.)?parametrizations\.(\w+)\.(original\d?)$/.exec(plain)
  if (parametrized) return [parametrized[1] || 'model', `${parametrized[2]}_${parametrized[3]}`]
  const at = Math.max(plain.lastIndexOf('/'), plain.includes('/') ? -1 : plain.lastIndexOf('.'))
  const leaf = plain.slice(at + 1)
  if (!isKnownLeaf(leaf)) return [plain, leaf]
  return [at > 0 ? plain.slice(0, at) : 'model', leaf]
}

function groupsOf(named: readonly NamedTensor[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  for (const { name, tensor, tied = false } of named) {
    const [layer, leaf] = layerAndLeaf(name)
    const group = groups.get(layer) ?? { parts: [] }
    group.parts.push({ leaf, tensor, tied })
    groups.set(layer, group)
  }
  return groups
}

function layerOf(name: string, { parts }: Group, layout: Layout, swapped: boolean, known?: KnownLayer): ModelLayer {
  const guess = kindOf(name, parts, layout, swapped)
  // a class of one's own tells nothing of axes and roles, shapes do
  const kind =
    known && /^(Linear|Conv|Batch|Layer|Group|Instance|RMS|Embedding|LSTM|GRU|RNN)/.test(known.kind)
      ? known.kind
      : guess
  const weights = parts.map(
    (part): Weight => ({
      tensor: part.tensor,
      ...(isMask(part.leaf, part.tensor) ? { role: 'other' } : roleOf(part, name, kind, layout)),
    }),
  )
  const own = weights.filter((weight, place) => !parts[place]!.tied && isTrained(weight, parts[place]!.leaf))
  return {
    ...(known ?? { name, kind: guess }),
    parameters: own.reduce((sum, { tensor }) => sum + (countOf(tensor.shape) || 0), 0),
    ...fansOf(weights, /^(Depthwise|Separable)/.test(kind)),
    weights,
  }
}

/** Masks, tables of places and running statistics are stored beside what is trained. */
const CONSTANT = /^(.*mask(ed_bias)?|tril|inv_freq|freqs_\w+|position_ids|relative_position_index|weight_u)$/

function isTrained({ role, tensor }: Weight, leaf: string): boolean {
  if (role === 'mean' || role === 'variance' || CONSTANT.test(leaf) || isMask(leaf, tensor)) return false
  return role !== 'other' || !/^(u?int\d+|bool)$/.test(tensor.type)
}

/** GPT-2 calls the triangle of its causal attention `bias`: [1, 1, context, context]. */
function isMask(leaf: string, { shape }: Tensor): boolean {
  return leaf === 'bias' && shape.length === 4 && shape[0] === 1 && shape[1] === 1 && shape[2] === shape[3]
}

function hasSwapped(name: string, { parts }: Group): boolean {
  const bias = parts.find((part) => part.leaf === 'bias')?.tensor
  return (
    /c_(attn|proj|fc)$/.test(name) &&
    parts.some((part) => part.leaf === 'weight' && isSwapped(name, part.tensor, bias, false))
  )
}

interface Branch {
  readonly below: Map<string, Branch>
  /** the path that ends here */
  path?: string
}

/**
 * Paths as a tree. Branches come in the order of their first appearance, but numbers by their size; in `natural` order,
 * which is for files that sort their names, also those with a number at their end.
 */
function inOrder(paths: readonly string[], natural: boolean): string[] {
  const root: Branch = { below: new Map() }
  for (const path of paths) {
    let branch = root
    for (const step of path.split(/[./]/)) {
      const next = branch.below.get(step) ?? { below: new Map() }
      branch.below.set(step, next)
      branch = next
    }
    branch.path = path
  }
  const out: string[] = []
  // by hand, since a name may have more parts than calls may be nested
  const left = [root]
  for (let branch = left.pop(); branch; branch = left.pop()) {
    if (branch.path !== undefined) out.push(branch.path)
    for (const step of sorted([...branch.below.keys()], natural).reverse()) left.push(branch.below.get(step)!)
  }
  return out
}

function sorted(steps: readonly string[], natural: boolean): string[] {
  const stems = new Map<string, number>()
  const keys = steps.map((step, place) => {
    const [, stem, number] = (natural ? /^(.*?)(\d+)$/ : /^()(\d+)$/).exec(step) ?? [step, step, '']
    if (!stems.has(stem!)) stems.set(stem!, place)
    return { step, place: stems.get(stem!)!, number: Number(number) }
  })
  return keys.sort((one, other) => one.place - other.place || one.number - other.number).map(({ step }) => step)
}

function isRow(paths: readonly string[]): boolean {
  if (paths.length < 2) return false
  const parents = new Set(paths.map((path) => (/^\d+$/.test(path) ? '' : /^(.*)[./]\d+$/.exec(path)?.[1])))
  return parents.size === 1 && !parents.has(undefined)
}
