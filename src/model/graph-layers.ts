// A graph of operations -> the layers that a person would name, in the order of the computation, and what they tell.

import { type Fact, fact } from '../record/fact.ts'
import type { WeightRole } from '../record/model-tables.ts'
import { type Graph, type GraphNode, makersOf } from './graph.ts'
import { countedOnce, factsOfLayers, fansOf, namesOnce } from './layer-figures.ts'
import type { ModelLayer, Tensor, Weight } from './opened.ts'

/** A stored tensor that a node takes; `swapped`: its two axes were exchanged on the way. */
export interface Taken {
  readonly tensor: Tensor
  readonly swapped: boolean
}

/** A part of a layer: axes as they are at the node. */
export interface Part {
  readonly taken: Taken
  readonly role: WeightRole
  readonly outAxis?: number
  readonly inAxis?: number
}

export interface LayerReading {
  readonly of: 'layer'
  /** a kind that ends in `#d` gets the number of axes of the layer before it */
  readonly kind: string
  readonly parts: readonly Part[]
  readonly input: string
  readonly activation?: string
  readonly momentum?: number
  readonly dropout?: number
}

/** What a node is: a layer, what follows one, or nothing that changes values. */
export type Reading =
  | LayerReading
  | { readonly of: 'activation'; readonly name: string; readonly input: string }
  | { readonly of: 'bias'; readonly part: Part; readonly input: string }
  | { readonly of: 'pass'; readonly input: string }

export interface Sources {
  /** the stored tensor behind a value, through operations that only move it */
  taken(name: string | undefined): Taken | undefined
  /** whether a value comes from a layer that multiplies by a kernel and has no bias yet */
  bare(name: string): boolean
}

/** What the operations of one format mean. */
export type Vocabulary = (node: GraphNode, sources: Sources) => Reading | undefined

const MOVES = new Set(['Identity', 'Cast', 'DequantizeLinear', 'QuantizeLinear', 'ReadVariableOp', 'Enter'])
const LONGEST_WAY = 16

interface Row {
  kind: string
  readonly node: GraphNode
  readonly reading: LayerReading | undefined
  readonly parts: Part[]
  activation: string | undefined
  output: string
}

/** Layers in the order of the nodes, which must be that of the computation. */
export function layersOfGraph(graph: Graph, read: Vocabulary): readonly ModelLayer[] {
  const rows: Row[] = []
  const makers = new Map<string, Row>()
  const sources = sourcesOf(graph, (name) => {
    const row = makers.get(name)
    return row !== undefined && row.output === name && multiplies(row) && !row.parts.some(({ role }) => role === 'bias')
  })
  for (const node of graph.nodes) {
    const reading = read(node, sources)
    const row = reading && rowOf(node, reading, makers, rows)
    if (row) for (const output of node.outputs) if (output !== '') makers.set(output, row)
  }
  const names = namesOnce(rows.map(nameOf))
  const counted = countedOnce()
  return rows.map((row, at) => layerOf(row, names[at]!, graph, counted))
}

function rowOf(node: GraphNode, reading: Reading, makers: ReadonlyMap<string, Row>, rows: Row[]): Row | undefined {
  const before = makers.get(reading.input)
  const output = node.outputs[0] ?? ''
  if (reading.of === 'pass') {
    // what moves values about keeps the layer open for its bias and its activation
    if (before && before.output === reading.input) before.output = output
    return before
  }
  if (reading.of === 'bias') {
    if (!before) return undefined
    before.parts.push(reading.part)
    before.output = output
    return before
  }
  if (reading.of === 'activation' && before && before.output === reading.input && before.activation === undefined) {
    before.activation = reading.name
    before.output = output
    return before
  }
  const layer = reading.of === 'layer' ? reading : undefined
  const row: Row = {
    kind: layer ? layer.kind.replace('#d', axesOf(before?.kind)) : 'Activation',
    node,
    reading: layer,
    parts: [...(layer?.parts ?? [])],
    activation: reading.of === 'activation' ? reading.name : layer?.activation,
    output,
  }
  rows.push(row)
  return row
}

function axesOf(kind: string | undefined): string {
  return /\dd$/.exec(kind ?? '')?.[0] ?? (kind === 'Linear' ? '1d' : '')
}

function multiplies(row: Row): boolean {
  return row.parts.some(({ role }) => role === 'kernel')
}

function sourcesOf(graph: Graph, bare: (name: string) => boolean): Sources {
  const makers = makersOf(graph.nodes)
  return {
    bare,
    taken(name) {
      let swapped = false
      for (let at = name ?? '', way = 0; way < LONGEST_WAY; way++) {
        const tensor = graph.stored.get(at)
        if (tensor) return { tensor, swapped }
        const node = makers.get(at)
        const swaps = node?.op === 'Transpose' && node.inputs.length > 0 && isSwap(node)
        if (!node || !(swaps || MOVES.has(node.op))) return undefined
        swapped = swapped !== swaps
        at = node.inputs[0] ?? ''
      }
      return undefined
    },
  }
}

function isSwap(node: GraphNode): boolean {
  const axes = node.attributes.get('perm')
  return Array.isArray(axes) && axes.join() === '1,0'
}

function layerOf(row: Row, name: string, graph: Graph, counted: (tensor: Tensor) => number): ModelLayer {
  const weights = row.parts.map(weightOf)
  const learned = weights.filter(({ role }) => role !== 'mean' && role !== 'variance')
  const shape = graph.shapes.get(row.output) ?? graph.shapes.get(row.node.outputs[0] ?? '')
  const recurrent = weights.some(({ role }) => role === 'recurrent')
  return {
    name,
    kind: row.kind,
    ...(shape && !recurrent && { shape: shape.slice(1) }),
    ...(weights.length > 0 && { parameters: learned.reduce((sum, one) => sum + counted(one.tensor), 0) }),
    ...(row.activation !== undefined && { activation: row.activation }),
    ...(row.reading?.dropout !== undefined && { dropout: row.reading.dropout }),
    ...(row.reading?.momentum !== undefined && { momentum: row.reading.momentum }),
    ...fansOf(weights),
    weights,
  }
}

function weightOf({ taken, role, outAxis, inAxis }: Part): Weight {
  const { tensor, swapped } = taken
  if (outAxis === undefined || inAxis === undefined) return { tensor, role }
  return swapped ? { tensor, role, outAxis: inAxis, inAxis: outAxis } : { tensor, role, outAxis, inAxis }
}

const PART_OF_LAYER = /^(.+)[./](?:weight|bias|kernel|gamma|beta|scale|weight_ih_l\d+(?:_reverse)?|W|R)$/

/** A layer's name: what its tensors share (`fc1.weight`), else the place of its node (`/fc1/Gemm`). */
function nameOf(row: Row): string {
  for (const { taken } of row.parts) {
    const found = PART_OF_LAYER.exec(taken.tensor.name)?.[1]
    if (found !== undefined) return found
  }
  const places = row.node.name.split('/').filter((place) => place !== '')
  const last = places.at(-1) ?? row.node.op
  return places.length > 1 ? places.at(-2)! : last
}

/** What a graph and its layers tell: output_activation, output_units, hidden_activations, parameters, dropout, batch_norm. */
export function factsOfGraph(
  graph: Graph,
  layers: readonly ModelLayer[],
  read: Vocabulary,
  path: string,
): readonly Fact[] {
  const facts: Fact[] = []
  const makers = makersOf(graph.nodes)
  const sources = sourcesOf(graph, () => true)
  for (const { name } of graph.outputs) {
    const activation = madeBy(name, makers, read, sources)
    if (activation === undefined) continue
    facts.push(fact('output_activation', activation, `${name}: ${activation}`, path, 'file'))
    break
  }
  const shape = graph.outputs.map((output) => output.shape).find((one) => one?.length === 2)
  const units = shape?.[1] ?? undefined
  return [...facts, ...factsOfLayers(layers, path, { ...(units !== undefined && { units }) })]
}

/** What makes a value: an activation, `linear` where it is a weighted sum, undefined where nothing can be said. */
function madeBy(
  output: string,
  makers: ReadonlyMap<string, GraphNode>,
  read: Vocabulary,
  sources: Sources,
): string | undefined {
  for (let name = output, way = 0; way < 4 * LONGEST_WAY; way++) {
    const node = makers.get(name)
    const reading = node && read(node, sources)
    if (!reading) return undefined
    if (reading.of === 'activation') return reading.name
    if (reading.of === 'bias') {
      const inner = makers.get(reading.input)
      return inner && read(inner, sources)?.of !== 'activation' ? 'linear' : undefined
    }
    if (reading.of === 'layer') {
      if (reading.activation !== undefined) return reading.activation
      if (reading.parts.length > 0) return 'linear'
      if (!/Pool|Dropout|Flatten/.test(reading.kind)) return undefined
    }
    name = reading.input
  }
  return undefined
}
