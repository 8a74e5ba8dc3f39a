// What the operations of TensorFlow mean, as graph models of TensorFlow.js hold them: layers, their weights, activations.

import type { GraphNode } from './graph.ts'
import type { LayerReading, Part, Reading, Sources } from './graph-layers.ts'

const ACTIVATIONS: Readonly<Record<string, string>> = {
  Relu: 'relu',
  Relu6: 'relu6',
  Elu: 'elu',
  Selu: 'selu',
  LeakyRelu: 'leaky-relu',
  Prelu: 'prelu',
  Sigmoid: 'sigmoid',
  Tanh: 'tanh',
  Softmax: 'softmax',
  LogSoftmax: 'log-softmax',
  Softplus: 'softplus',
  Softsign: 'softsign',
}
const PASSES = new Set(
  `Identity IdentityN Reshape Squeeze ExpandDims Cast Transpose Pad PadV2 MirrorPad StridedSlice Slice Mean BatchToSpaceND
  SpaceToBatchND StopGradient`.split(/\s+/),
)
const POOLS: Readonly<Record<string, string>> = {
  MaxPool: 'MaxPooling2D',
  AvgPool: 'AveragePooling2D',
  MaxPool3D: 'MaxPooling3D',
  AvgPool3D: 'AveragePooling3D',
}
/** the kind of a product, where its kernel is, and which of its axes (counted from the last) are units and inputs */
const KERNELS: Readonly<Record<string, readonly [kind: string, at: number, out: number, into: number]>> = {
  MatMul: ['Dense', 1, 1, 2],
  _FusedMatMul: ['Dense', 1, 1, 2],
  BatchMatMul: ['Dense', 1, 1, 2],
  BatchMatMulV2: ['Dense', 1, 1, 2],
  Conv2D: ['Conv2D', 1, 1, 2],
  _FusedConv2D: ['Conv2D', 1, 1, 2],
  Conv3D: ['Conv3D', 1, 1, 2],
  DepthwiseConv2dNative: ['DepthwiseConv2D', 1, 1, 2],
  FusedDepthwiseConv2dNative: ['DepthwiseConv2D', 1, 1, 2],
  Conv2DBackpropInput: ['Conv2DTranspose', 1, 2, 1],
}

/** Reads one node. Source: tensorflow.org/api_docs/python/tf/raw_ops. */
export function tensorflowReading(node: GraphNode, sources: Sources): Reading | undefined {
  const { op, inputs } = node
  const input = inputs[0] ?? ''
  if (op in KERNELS) return product(node, sources)
  if (/^FusedBatchNorm/.test(op)) return norm(node, sources)
  if (op in ACTIVATIONS) return { of: 'activation', name: ACTIVATIONS[op]!, input }
  if (op in POOLS) return layer(POOLS[op]!, node, [])
  if (/^(?:GatherV2|Gather|ResourceGather)$/.test(op)) return gathered(node, sources)
  if (/^(?:BiasAdd|Add|AddV2)$/.test(op)) return added(node, sources)
  return PASSES.has(op) ? { of: 'pass', input } : undefined
}

function layer(kind: string, node: GraphNode, parts: readonly Part[], activation?: string): LayerReading {
  const input = node.inputs[0] ?? ''
  return { of: 'layer', kind, parts, input, ...(activation !== undefined && { activation }) }
}

function product(node: GraphNode, sources: Sources): Reading | undefined {
  const [kind, at, out, into] = KERNELS[node.op]!
  const taken = sources.taken(node.inputs[at])
  if (!taken) return undefined
  const rank = taken.tensor.shape.length
  const turned = node.attributes.get('transpose_b') === 1 || node.attributes.get('adj_y') === 1
  const axes = { outAxis: rank - (turned ? into : out), inAxis: rank - (turned ? out : into) }
  const fused = node.attributes.get('fused_ops')
  const words: readonly (string | number)[] = Array.isArray(fused) ? fused : []
  const bias = words[0] === 'BiasAdd' ? sources.taken(node.inputs[2]) : undefined
  const activation = words.map((word) => ACTIVATIONS[word]).find((word) => word !== undefined)
  const parts: Part[] = [{ taken, role: 'kernel', ...axes }, ...(bias ? [{ taken: bias, role: 'bias' as const }] : [])]
  const reading = layer(kind, node, parts, activation)
  return node.op === 'Conv2DBackpropInput' ? { ...reading, input: node.inputs[2] ?? '' } : reading
}

function norm(node: GraphNode, sources: Sources): Reading {
  const roles = ['scale', 'shift', 'mean', 'variance'] as const
  const parts = roles.flatMap((role, at) => {
    const taken = sources.taken(node.inputs[at + 1])
    return taken ? [{ taken, role }] : []
  })
  return layer('BatchNormalization', node, parts)
}

function gathered(node: GraphNode, sources: Sources): Reading | undefined {
  const taken = sources.taken(node.inputs[0])
  if (!taken) return { of: 'pass', input: node.inputs[0] ?? '' }
  if (taken.tensor.shape.length !== 2 || !/float/.test(taken.tensor.type)) return undefined
  return { ...layer('Embedding', node, [{ taken, role: 'embedding' }]), input: node.inputs[1] ?? '' }
}

function added(node: GraphNode, sources: Sources): Reading | undefined {
  for (const at of [1, 0]) {
    const taken = sources.taken(node.inputs[at])
    const input = node.inputs[1 - at] ?? ''
    if (taken && taken.tensor.shape.filter((size) => size !== 1).length <= 1 && sources.bare(input))
      return { of: 'bias', part: { taken, role: 'bias' }, input }
  }
  return undefined
}
