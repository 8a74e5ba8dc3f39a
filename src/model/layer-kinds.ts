// Kinds of layers and roles of their tensors, as far as names and shapes tell them: for formats that store only names.

import type { WeightRole } from '../record/model-tables.ts'
import type { Tensor } from './opened.ts'

/** How kernels lie: `torch` is [out, in, window...], `keras` [window..., in, out]. */
export type Layout = 'torch' | 'keras'

/** A tensor by the last part of its name. */
export interface Part {
  readonly leaf: string
  readonly tensor: Tensor
}

export interface Role {
  readonly role: WeightRole
  readonly outAxis?: number
  readonly inAxis?: number
}

/** What a leaf's name says by itself; `weight` is a kernel, a scale or an embedding, which its layer tells. */
const LEAVES: readonly (readonly [pattern: RegExp, role: WeightRole | 'weight'])[] = [
  [/^(weight|w|kernel|weight_v|weight_orig|weight_original1?)$/i, 'weight'],
  [/^(bias|b)$/i, 'bias'],
  [/^(running_mean|moving_mean)$/, 'mean'],
  [/^(running_var|moving_variance)$/, 'variance'],
  [/^(gamma|scale|g|weight_g|weight_original0|layer_scale)$/, 'scale'],
  [/^(beta|shift|offset)$/, 'shift'],
  [/^embeddings?$/, 'embedding'],
  [/^(weight_hh(_l\d+)?(_reverse)?|recurrent_kernel)$/, 'recurrent'],
  [/^weight_(ih|hr)(_l\d+)?(_reverse)?$/, 'kernel'],
  [/^bias_(ih|hh)(_l\d+)?(_reverse)?$/, 'bias'],
  [/^(in_proj|q_proj|k_proj|v_proj)_weight$/, 'kernel'],
  [/^in_proj_bias$/, 'bias'],
  [/^lora_(A|B|up|down)$/, 'kernel'],
  [/^(depthwise|pointwise)_kernel$/, 'kernel'],
  [/^(num_batches_tracked|weight_u|bias_[kv]|position_ids|inv_freq)$/, 'other'],
]

const EMBEDS = /embed|embd|(^|[._/])(wte|wpe|emb|tok_emb|lookup)([._/]|$)|relative_attention_bias/i
const NORMS = /norm|(^|[._/])(ln|gn|bn|rms)(_?\w{0,3})?([._/\d]|$)|layer_?norm/i
const TRANSPOSED = /deconv|transpos|upconv|conv_?tr|(^|[._/])ups?([._/]|$)/i

/** Whether a leaf's name is one that layers share; any other tensor stands for itself. */
export function isKnownLeaf(leaf: string): boolean {
  return LEAVES.some(([pattern]) => pattern.test(leaf))
}

/**
 * The class of a layer by its name and tensors, in the words of the layout's framework; `tensor` where neither tells.
 * `swapped` says of the whole file that matrices lie [in, out], as GPT-2's Conv1D does.
 */
export function kindOf(layer: string, parts: readonly Part[], layout: Layout, swapped: boolean): string {
  const of = (pattern: RegExp) => parts.find((part) => pattern.test(part.leaf))?.tensor
  const keras = layout === 'keras'
  if (of(/^(running_mean|moving_mean)$/)) return keras ? 'BatchNormalization' : 'BatchNorm'
  const recurrent = of(/^(weight_hh(_l0)?|recurrent_kernel)$/)
  if (recurrent) return recurrentKind(parts, recurrent, layout)
  if (of(/^(in_proj_weight|q_proj_weight)$/)) return 'MultiheadAttention'
  if (of(/^depthwise_kernel$/)) return of(/^pointwise_kernel$/) ? 'SeparableConv2D' : 'DepthwiseConv2D'
  if (of(/^embeddings$/)) return 'Embedding'
  if (of(/^lora_/)) return 'LoRA'
  const weight = parts.find((part) => roleOfLeaf(part.leaf) === 'weight')?.tensor
  const bias = of(/^(bias|b)$/)
  if (weight) {
    const kind = weightKind(layer, weight, bias, layout, swapped)
    return /(^|[._])lora_/i.test(layer) && weight.shape.length > 1 ? 'LoRA' : kind
  }
  if (of(/^(gamma|scale|g)$/) && of(/^(beta|shift|offset)$/)) return keras ? 'LayerNormalization' : 'LayerNorm'
  if (of(/^(gamma|scale|g)$/) && NORMS.test(layer)) return 'RMSNorm'
  return 'tensor'
}

function weightKind(layer: string, weight: Tensor, bias: Tensor | undefined, layout: Layout, swapped: boolean): string {
  const { shape } = weight
  const rank = shape.length
  if (rank === 1) {
    if (NORMS.test(layer)) return bias ? (/group|gn\d*$/i.test(layer) ? 'GroupNorm' : 'LayerNorm') : 'RMSNorm'
    if (bias && bias.shape[0] === shape[0] && shape[0]! > 1) return 'LayerNorm'
    return !bias && /p?relu|act/i.test(layer) ? 'PReLU' : 'tensor'
  }
  if (rank === 2) {
    if (!bias && EMBEDS.test(layer)) return 'Embedding'
    if (layout === 'keras') return 'Dense'
    return isSwapped(layer, weight, bias, swapped) ? 'Conv1D' : 'Linear'
  }
  if (rank < 3 || rank > 5) return 'tensor'
  if (layout === 'keras')
    return rank === 3 && /query|key|value|attention/i.test(layer) ? 'EinsumDense' : `Conv${rank - 2}D`
  return `Conv${isTransposed(layer, weight, bias) ? 'Transpose' : ''}${rank - 2}d`
}

/** A bias counts the units out, and so tells the axes of a kernel that is not square. */
function isTransposed(layer: string, { shape }: Tensor, bias: Tensor | undefined): boolean {
  const units = bias?.shape[0]
  if (shape[0] === shape[1] || units === undefined || (units !== shape[0] && units !== shape[1])) {
    return TRANSPOSED.test(layer)
  }
  return units === shape[1]
}

/** Whether a matrix lies [in, out] in a file of PyTorch. */
export function isSwapped(layer: string, { shape }: Tensor, bias: Tensor | undefined, others: boolean): boolean {
  const units = bias?.shape[0]
  if (shape.length !== 2 || units === undefined) return false
  if (shape[0] !== shape[1]) return units === shape[1]
  return others && /c_(attn|proj|fc)$/.test(layer)
}

/** A gate for each of the four, three or one products of a cell. */
function recurrentKind(parts: readonly Part[], recurrent: Tensor, layout: Layout): string {
  const [rows = 0, columns = 0] = recurrent.shape
  const gates = layout === 'keras' ? columns / rows : rows / columns
  const plain = layout === 'keras' ? 'SimpleRNN' : 'RNN'
  const kind = gates === 4 ? 'LSTM' : gates === 3 ? 'GRU' : plain
  return layout === 'torch' && parts.some((part) => part.leaf === 'weight_hh') ? `${kind}Cell` : kind
}

function roleOfLeaf(leaf: string): WeightRole | 'weight' | undefined {
  return LEAVES.find(([pattern]) => pattern.test(leaf))?.[1]
}

/** The role of a tensor in a layer of this kind, and the axes of a kernel that count units out and inputs. */
export function roleOf({ leaf, tensor }: Part, layer: string, kind: string, layout: Layout): Role {
  const said = roleOfLeaf(leaf)
  const rank = tensor.shape.length
  if (said === undefined) return { role: rank > 1 && EMBEDS.test(`${layer}.${leaf}`) ? 'embedding' : 'other' }
  if (/Norm/.test(kind)) {
    if (said === 'weight') return { role: 'scale' }
    return { role: said === 'bias' ? 'shift' : said }
  }
  if (said === 'weight') {
    if (/Embedding/.test(kind)) return { role: 'embedding' }
    if (rank < 2) return { role: /PReLU|Scale/.test(kind) ? 'scale' : 'other' }
    return kernel(tensor, kind, layout)
  }
  return said === 'kernel' || said === 'recurrent' ? { ...kernel(tensor, kind, layout), role: said } : { role: said }
}

function kernel({ shape }: Tensor, kind: string, layout: Layout): Role {
  const rank = shape.length
  if (rank < 2 || kind === 'EinsumDense') return { role: 'kernel' }
  if (layout === 'keras') {
    const swapped = /Transpose/.test(kind)
    return { role: 'kernel', outAxis: rank - (swapped ? 2 : 1), inAxis: rank - (swapped ? 1 : 2) }
  }
  const swapped = /Transpose|^Conv1D$/.test(kind)
  return { role: 'kernel', outAxis: swapped ? 1 : 0, inAxis: swapped ? 0 : 1 }
}
