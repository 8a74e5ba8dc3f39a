// What the operations of ONNX mean: which are layers, which of their inputs are weights and how those lie.

import type { WeightRole } from '../record/model-tables.ts'
import type { GraphNode } from './graph.ts'
import type { LayerReading, Part, Reading, Sources, Taken } from './graph-layers.ts'

const ACTIVATIONS: Readonly<Record<string, string>> = {
  Relu: 'relu',
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  Softmax: 'softmax',
  LogSoftmax: 'log-softmax',
  Gelu: 'gelu',
  FastGelu: 'gelu',
  BiasGelu: 'gelu',
  LeakyRelu: 'leaky-relu',
  ThresholdedRelu: 'thresholded-relu',
  Elu: 'elu',
  Selu: 'selu',
  Celu: 'celu',
  Softplus: 'softplus',
  Softsign: 'softsign',
  HardSigmoid: 'hard-sigmoid',
  HardSwish: 'hard-swish',
  Silu: 'silu',
  Swish: 'silu',
  Mish: 'mish',
  Hardmax: 'hardmax',
  Relu6: 'relu6',
}

/** Operations that only move, cut or name values. */
const PASSES = new Set(
  `Identity Cast Reshape Squeeze Unsqueeze Transpose Flatten Slice Expand Pad ZipMap Normalizer QuantizeLinear
  DequantizeLinear Split`.split(/\s+/),
)

/** Poolings and the like: the number of axes is that of `kernel_shape` or of the layer before. */
const PLAIN: Readonly<Record<string, string>> = {
  MaxPool: 'MaxPool#d',
  AveragePool: 'AvgPool#d',
  LpPool: 'LPPool#d',
  GlobalAveragePool: 'AdaptiveAvgPool#d',
  GlobalMaxPool: 'AdaptiveMaxPool#d',
}

interface Place {
  readonly at: number
  readonly role: WeightRole
}
const scaled = (first: number): readonly Place[] => [
  { at: first, role: 'scale' },
  { at: first + 1, role: 'shift' },
]
const NORMS: Readonly<Record<string, readonly [kind: string, places: readonly Place[]]>> = {
  BatchNormalization: ['BatchNorm#d', [...scaled(1), { at: 3, role: 'mean' }, { at: 4, role: 'variance' }]],
  LayerNormalization: ['LayerNorm', scaled(1)],
  InstanceNormalization: ['InstanceNorm#d', scaled(1)],
  GroupNormalization: ['GroupNorm', scaled(1)],
  RMSNormalization: ['RMSNorm', [{ at: 1, role: 'scale' }]],
  SimplifiedLayerNormalization: ['RMSNorm', [{ at: 1, role: 'scale' }]],
  SkipLayerNormalization: ['LayerNorm', scaled(2)],
}
const RECURRENT = new Set(['LSTM', 'GRU', 'RNN'])
/** where the kernel and the bias of a convolution are, and those of a product */
const CONVOLUTIONS: Readonly<Record<string, readonly [kernel: number, bias: number]>> = {
  Conv: [1, 2],
  FusedConv: [1, 2],
  ConvTranspose: [1, 2],
  ConvInteger: [1, 9],
  QLinearConv: [3, 8],
}
const PRODUCTS: Readonly<Record<string, readonly [kernel: number, bias: number]>> = {
  Gemm: [1, 2],
  FusedGemm: [1, 2],
  MatMul: [1, 9],
  FusedMatMul: [1, 9],
  MatMulInteger: [1, 9],
  QLinearMatMul: [3, 9],
  QGemm: [3, 6],
}

/** Reads one node. Source: the operators of onnx.ai/onnx/operators and of ONNX Runtime's contrib operators. */
export function onnxReading(node: GraphNode, sources: Sources): Reading | undefined {
  const { op } = node
  const input = node.inputs[0] ?? ''
  if (op in CONVOLUTIONS) return convolution(node, sources)
  if (op in PRODUCTS) return product(node, sources)
  if (op in NORMS) return norm(node, sources)
  if (RECURRENT.has(op)) return recurrent(node, sources)
  if (op in ACTIVATIONS) return { of: 'activation', name: ACTIVATIONS[op]!, input }
  if (op in PLAIN) return plain(node)
  if (op === 'PRelu') return slopes(node, sources)
  if (op === 'Dropout') return dropped(node, sources)
  if (op === 'Gather') return gathered(node, sources)
  if (op === 'Add') return added(node, sources)
  if (op === 'Clip') return clipped(node, sources)
  if (PASSES.has(op)) return { of: 'pass', input }
  return otherWeights(node, sources)
}

function convolution(node: GraphNode, sources: Sources): Reading | undefined {
  const [at, biasAt] = CONVOLUTIONS[node.op]!
  const kernel = sources.taken(node.inputs[at])
  if (!kernel) return undefined
  const across = node.op === 'ConvTranspose'
  const name = `Conv${across ? 'Transpose' : ''}${Math.max(1, kernel.tensor.shape.length - 2)}d`
  const activation = typeof node.attributes.get('activation') === 'string' ? fusedName(node) : undefined
  const axes = across ? { outAxis: 1, inAxis: 0 } : { outAxis: 0, inAxis: 1 }
  return layer(name, node, [{ taken: kernel, role: 'kernel', ...axes }, ...bias(node, biasAt, sources)], activation)
}

function product(node: GraphNode, sources: Sources): Reading | undefined {
  const [at, biasAt] = PRODUCTS[node.op]!
  const right = sources.taken(node.inputs[at])
  const left = right ? undefined : sources.taken(node.inputs[0])
  const kernel = right ?? left
  if (!kernel || kernel.tensor.shape.length < 2) return undefined
  const turned = node.attributes.get(right ? 'transB' : 'transA') === 1
  const first = kernel.tensor.shape.length - 2
  // x B: inputs are rows of B; A x: units are rows of A
  const inputsFirst = (right !== undefined) !== turned
  const axes = inputsFirst ? { inAxis: first, outAxis: first + 1 } : { outAxis: first, inAxis: first + 1 }
  const parts: Part[] = [{ taken: kernel, role: 'kernel', ...axes }, ...bias(node, biasAt, sources)]
  const reading = layer('Linear', node, parts)
  return left ? { ...reading, input: node.inputs[1] ?? '' } : reading
}

function bias(node: GraphNode, at: number, sources: Sources): Part[] {
  const taken = sources.taken(node.inputs[at])
  return taken ? [{ taken, role: 'bias' }] : []
}

function layer(kind: string, node: GraphNode, parts: readonly Part[], activation?: string): LayerReading {
  const input = node.inputs[0] ?? ''
  return { of: 'layer', kind, parts, input, ...(activation !== undefined && { activation }) }
}

function fusedName(node: GraphNode): string | undefined {
  return ACTIVATIONS[String(node.attributes.get('activation'))]
}

function norm(node: GraphNode, sources: Sources): Reading {
  const [kind, places] = NORMS[node.op]!
  const parts = places.flatMap(({ at, role }) => {
    const taken = sources.taken(node.inputs[at])
    return taken ? [{ taken, role }] : []
  })
  const reading = layer(kind, node, parts)
  const kept = node.attributes.get('momentum')
  // ONNX counts the share of the old, PyTorch that of the new
  return node.op === 'BatchNormalization' && typeof kept === 'number'
    ? { ...reading, momentum: Number((1 - kept).toPrecision(6)) }
    : reading
}

/** W [directions, gates * hidden, in], R [directions, gates * hidden, hidden], B [directions, 2 * gates * hidden]. */
function recurrent(node: GraphNode, sources: Sources): Reading {
  const axes = { outAxis: 1, inAxis: 2 }
  const kernel = sources.taken(node.inputs[1])
  const again = sources.taken(node.inputs[2])
  return layer(node.op, node, [
    ...(kernel ? [{ taken: kernel, role: 'kernel' as const, ...axes }] : []),
    ...(again ? [{ taken: again, role: 'recurrent' as const, ...axes }] : []),
    ...bias(node, 3, sources),
  ])
}

function plain(node: GraphNode): Reading {
  const window = node.attributes.get('kernel_shape')
  const kind = PLAIN[node.op]!
  return layer(Array.isArray(window) ? kind.replace('#d', `${window.length}d`) : kind, node, [])
}

function slopes(node: GraphNode, sources: Sources): Reading {
  const taken = sources.taken(node.inputs[1])
  return layer('PReLU', node, taken ? [{ taken, role: 'other' }] : [], 'prelu')
}

function dropped(node: GraphNode, sources: Sources): Reading {
  const ratio = node.attributes.get('ratio') ?? scalarOf(sources.taken(node.inputs[1]))
  const reading = layer('Dropout', node, [])
  return typeof ratio === 'number' && ratio >= 0 && ratio < 1
    ? { ...reading, dropout: Number(ratio.toPrecision(6)) }
    : reading
}

/** Rows of a stored matrix are an embedding; a part of computed values is still those values. */
function gathered(node: GraphNode, sources: Sources): Reading | undefined {
  const table = sources.taken(node.inputs[0])
  if (!table) return { of: 'pass', input: node.inputs[0] ?? '' }
  if (table.tensor.shape.length !== 2 || !isFloat(table)) return undefined
  return { ...layer('Embedding', node, [{ taken: table, role: 'embedding' }]), input: node.inputs[1] ?? '' }
}

function added(node: GraphNode, sources: Sources): Reading | undefined {
  for (const [at, other] of [
    [1, 0],
    [0, 1],
  ] as const) {
    const taken = sources.taken(node.inputs[at])
    const input = node.inputs[other] ?? ''
    if (taken && taken.tensor.shape.filter((size) => size !== 1).length <= 1 && sources.bare(input))
      return { of: 'bias', part: { taken, role: 'bias' }, input }
  }
  return otherWeights(node, sources)
}

/** Clip from 0 upwards is a ReLU, from 0 to 6 a ReLU6. */
function clipped(node: GraphNode, sources: Sources): Reading | undefined {
  const low = node.attributes.get('min') ?? scalarOf(sources.taken(node.inputs[1]))
  const high = node.attributes.get('max') ?? scalarOf(sources.taken(node.inputs[2]))
  const input = node.inputs[0] ?? ''
  if (low !== 0) return { of: 'pass', input }
  return { of: 'activation', name: high === 6 ? 'relu6' : 'relu', input }
}

/** An operation of another name with a stored matrix of floats: it learns something. */
function otherWeights(node: GraphNode, sources: Sources): Reading | undefined {
  for (const name of node.inputs) {
    const taken = sources.taken(name)
    if (taken && isFloat(taken) && taken.tensor.shape.filter((size) => size > 1).length >= 2)
      return {
        ...layer(node.op, node, [{ taken, role: 'other' }]),
        input: node.inputs.find((one) => one !== name) ?? '',
      }
  }
  return undefined
}

function isFloat({ tensor }: Taken): boolean {
  return /float/.test(tensor.type)
}

function scalarOf(taken: Taken | undefined): number | undefined {
  if (!taken || taken.tensor.shape.some((size) => size !== 1)) return undefined
  for (const piece of taken.tensor.pieces?.() ?? []) return piece[0]
  return undefined
}
