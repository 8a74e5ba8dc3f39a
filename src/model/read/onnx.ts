// Opens an ONNX file: bytes -> graph of operations with its stored tensors; nothing of it is run.

import { type Fact, fact } from '../../record/fact.ts'
import { type AttributeValue, type Graph, type GraphNode, type GraphPort, inOrder } from '../graph.ts'
import { factsOfGraph, layersOfGraph } from '../graph-layers.ts'
import { onnxReading } from '../onnx-layers.ts'
import { joinedPatterns } from '../onnx-patterns.ts'
import type { ModelLayer, OpenedModel, Tensor } from '../opened.ts'
import { type Beside, beside, said } from './beside.ts'
import { type Bytes, damaged, openBytes } from './file.ts'
import { addVarints, type Field, textIn, type Walk, walkerOf } from './message.ts'
import { tensorOfOnnx, typeOfOnnx } from './onnx-tensor.ts'

const FORMAT = 'ONNX'
const MOST_NODES = 200_000
const MOST_NUMBERS = 1_000_000
const LENGTH = 2

/** What a runner must give and gets: names, element types and shapes with the batch axis. */
export interface OnnxSignature {
  readonly inputs: readonly GraphPort[]
  readonly outputs: readonly GraphPort[]
}

/** What an ONNX file holds; source: onnx/onnx.proto3. */
export interface OnnxFile {
  readonly graph: Graph
  readonly producer: string
  readonly bytes: Bytes
  /** subgraphs of branches and loops, which are not read */
  readonly subgraphs: number
  close(): void
}

/** Opens an ONNX model. Throws a ModelError; of its tensors' values nothing is read yet. */
export function readOnnx(path: string): OpenedModel {
  const file = openOnnx(path)
  try {
    return opened(file, path)
  } catch (error) {
    file.close()
    throw error
  }
}

/** Names, types and shapes of what goes in and comes out. */
export function onnxSignature(path: string): OnnxSignature {
  const { graph, close } = openOnnx(path)
  close()
  return { inputs: graph.inputs, outputs: graph.outputs }
}

function opened(file: OnnxFile, path: string): OpenedModel {
  const { graph, producer, bytes } = file
  const layers = layersOfGraph(graph, onnxReading)
  const framework = frameworkOf(producer)
  const facts: Fact[] = []
  if (framework) facts.push(fact('framework', framework, producer, path, 'file'))
  facts.push(...factsOfGraph(graph, layers, onnxReading, path))
  return {
    format: 'onnx',
    path,
    bytes: bytes.size,
    layers,
    ordered: true,
    tensors: ofModel(graph, layers),
    facts,
    notes: file.subgraphs > 0 ? [{ id: 'note.model.subgraphs', values: { count: file.subgraphs } }] : [],
    close: file.close,
  }
}

/** Stored values that are no shapes, axes and scalars of the computation. */
function ofModel(graph: Graph, layers: readonly ModelLayer[]): readonly Tensor[] {
  const used = new Set(layers.flatMap(({ weights }) => weights.map(({ tensor }) => tensor)))
  const stored = [...graph.stored.values()]
  return stored.filter((tensor) => used.has(tensor) || (/float/.test(tensor.type) && tensor.shape.length > 0))
}

function frameworkOf(producer: string): string | undefined {
  if (/pytorch/i.test(producer)) return 'pytorch'
  if (/keras/i.test(producer)) return 'keras'
  if (/tf2onnx|tensorflow/i.test(producer)) return 'tensorflow'
  return /skl2onnx|sklearn/i.test(producer) ? 'sklearn' : undefined
}

interface Found {
  readonly bytes: Bytes
  readonly walk: Walk
  readonly files: Beside
  readonly nodes: GraphNode[]
  readonly stored: Map<string, Tensor>
  readonly inputs: GraphPort[]
  readonly outputs: GraphPort[]
  readonly shapes: Map<string, readonly (number | null)[]>
  subgraphs: number
}

/** Opens the file and reads its graph. Throws a ModelError where it is no ONNX, damaged, or runs in a circle. */
export function openOnnx(path: string): OnnxFile {
  const bytes = openBytes(path, FORMAT)
  const files = beside(path, FORMAT)
  const close = () => {
    bytes.close()
    files.close()
  }
  const ports = { inputs: [], outputs: [], nodes: [] }
  const found: Found = {
    ...ports,
    ...{ bytes, walk: walkerOf(bytes), files, stored: new Map(), shapes: new Map(), subgraphs: 0 },
  }
  try {
    const producer = readModel(found)
    const { stored, shapes, outputs } = found
    const inputs = found.inputs.filter((port) => !stored.has(port.name))
    const nodes = inOrder(found.nodes, path, FORMAT)
    const graph = joinedPatterns({ nodes, stored, shapes, inputs, outputs })
    return { graph, producer, bytes, subgraphs: found.subgraphs, close }
  } catch (error) {
    close()
    throw error
  }
}

function readModel(found: Found): string {
  const { bytes, walk } = found
  let producer = ''
  let graphs = 0
  for (const field of walk(0, bytes.size)) {
    if (field.field === 2 && field.wire === LENGTH) producer = textIn(bytes, field, 200)
    else if (field.field === 7 && field.wire === LENGTH) {
      graphs++
      for (const part of walk(field.start, field.stop)) readPart(found, part)
    }
  }
  if (graphs === 0) throw damaged(bytes, 'it holds no graph')
  return producer
}

function readPart(found: Found, part: Field): void {
  if (part.wire !== LENGTH) return
  const { bytes, walk, files } = found
  if (part.field === 1) found.nodes.push(nodeOf(found, part))
  else if (part.field === 5) {
    const tensor = tensorOfOnnx(bytes, walk, part, files)
    found.stored.set(tensor.name, tensor)
  } else if (part.field === 11) found.inputs.push(portOf(bytes, walk, part))
  else if (part.field === 12) found.outputs.push(portOf(bytes, walk, part))
  if (part.field === 12 || part.field === 13) {
    const { name, shape } = portOf(bytes, walk, part)
    if (shape) found.shapes.set(name, shape)
  }
  if (found.nodes.length + found.stored.size + found.shapes.size > MOST_NODES)
    throw damaged(bytes, `more than ${MOST_NODES} parts`)
}

function nodeOf(found: Found, at: Field): GraphNode {
  const { bytes, walk } = found
  const node = { name: '', op: '', inputs: [] as string[], outputs: [] as string[] }
  const attributes = new Map<string, AttributeValue>()
  let constant: Tensor | undefined
  for (const field of walk(at.start, at.stop)) {
    if (field.wire !== LENGTH) continue
    if (field.field === 1) node.inputs.push(textIn(bytes, field))
    else if (field.field === 2) node.outputs.push(textIn(bytes, field))
    else if (field.field === 3) node.name = said(textIn(bytes, field))
    else if (field.field === 4) node.op = said(textIn(bytes, field))
    else if (field.field === 5) constant = attributeOf(found, field, attributes) ?? constant
  }
  const [output] = node.outputs
  // a constant is a stored tensor by another name
  if (node.op === 'Constant' && constant && output !== undefined)
    found.stored.set(output, { ...constant, name: output })
  return { ...node, name: node.name || output || node.op, attributes }
}

/** Puts an attribute into `to`; gives its tensor, where it is one. */
function attributeOf(found: Found, at: Field, to: Map<string, AttributeValue>): Tensor | undefined {
  const { bytes, walk, files } = found
  let name = ''
  let value: AttributeValue | undefined
  let tensor: Tensor | undefined
  const whole: number[] = []
  for (const field of walk(at.start, at.stop)) {
    if (field.field === 1) name = textIn(bytes, field)
    else if (field.field === 2 && field.stop - field.start === 4) value = floatAt(bytes, field)
    else if (field.field === 3) value = field.value
    else if (field.field === 4) value = textIn(bytes, field)
    else if (field.field === 5 && field.wire === LENGTH) tensor = tensorOfOnnx(bytes, walk, field, files)
    else if (field.field === 8) addVarints(bytes, field, whole, MOST_NUMBERS)
    else if (field.field === 6 || field.field === 11) found.subgraphs++
  }
  if (whole.length > 0) value = whole
  if (name !== '' && value !== undefined) to.set(name, value)
  return tensor
}

function floatAt(bytes: Bytes, field: Field): number {
  const four = bytes.read(field.start, 4)
  return new DataView(four.buffer, four.byteOffset, 4).getFloat32(0, true)
}

/** A ValueInfoProto: name, element type, shape. */
function portOf(bytes: Bytes, walk: Walk, at: Field): GraphPort {
  let name = ''
  let type = ''
  let shape: (number | null)[] | undefined
  for (const field of walk(at.start, at.stop)) {
    if (field.field === 1) name = textIn(bytes, field)
    else if (field.field === 2)
      for (const kind of walk(field.start, field.stop)) {
        if (kind.field !== 1 || kind.wire !== LENGTH) continue
        for (const part of walk(kind.start, kind.stop)) {
          if (part.field === 1) type = typeOfOnnx(part.value)
          else if (part.field === 2) shape = shapeOf(walk, part)
        }
      }
  }
  return { name, type, ...(shape && { shape }) }
}

function shapeOf(walk: Walk, at: Field): (number | null)[] {
  const shape: (number | null)[] = []
  for (const axis of walk(at.start, at.stop)) {
    if (axis.field !== 1 || axis.wire !== LENGTH || shape.length >= 64) continue
    let size: number | null = null
    for (const part of walk(axis.start, axis.stop))
      if (part.field === 1 && Number.isSafeInteger(part.value) && part.value > 0) size = part.value
    shape.push(size)
  }
  return shape
}
