// GGUF, the format of llama.cpp: key and value pairs, a table of tensors, then their blocks.

import { type Message, message } from '../../locales/speak.ts'
import { type Fact, fact } from '../../record/fact.ts'
import { factsOfLayers } from '../layer-figures.ts'
import { layersByName } from '../layers-by-name.ts'
import type { OpenedModel, Tensor } from '../opened.ts'
import { type Bytes, damaged, openBytes } from './file.ts'
import { type Header, headerOf, type TensorInfo } from './gguf-header.ts'
import { bytesOfElement, countOf, isElement, piecesOf } from './numbers.ts'

/** Types of ggml by their numbers: the name, and of packed ones the values and bytes of a block. Source: ggml.h, ggml-common.h. */
const TYPES: ReadonlyMap<number, readonly [name: string, block?: number, bytes?: number]> = new Map([
  [0, ['float32']],
  [1, ['float16']],
  [2, ['q4_0', 32, 18]],
  [3, ['q4_1', 32, 20]],
  [6, ['q5_0', 32, 22]],
  [7, ['q5_1', 32, 24]],
  [8, ['q8_0', 32, 34]],
  [9, ['q8_1', 32, 36]],
  [10, ['q2_k', 256, 84]],
  [11, ['q3_k', 256, 110]],
  [12, ['q4_k', 256, 144]],
  [13, ['q5_k', 256, 176]],
  [14, ['q6_k', 256, 210]],
  [15, ['q8_k', 256, 292]],
  [16, ['iq2_xxs', 256, 66]],
  [17, ['iq2_xs', 256, 74]],
  [18, ['iq3_xxs', 256, 98]],
  [19, ['iq1_s', 256, 50]],
  [20, ['iq4_nl', 32, 18]],
  [21, ['iq3_s', 256, 110]],
  [22, ['iq2_s', 256, 82]],
  [23, ['iq4_xs', 256, 136]],
  [24, ['int8']],
  [25, ['int16']],
  [26, ['int32']],
  [27, ['int64']],
  [28, ['float64']],
  [29, ['iq1_m', 256, 56]],
  [30, ['bfloat16']],
  [34, ['tq1_0', 256, 54]],
  [35, ['tq2_0', 256, 66]],
  [39, ['mxfp4', 32, 17]],
])

/**
 * Opens a GGUF file of version 1 to 3, little or big endian. Shapes are as PyTorch writes them, [out, in]: ggml counts
 * its axes the other way round. Values of packed types are not decoded. Throws ModelError: `damaged`, `none`,
 * `unreadable`, `empty`. Source: ggml, docs/gguf.md.
 */
export function readGguf(path: string): OpenedModel {
  const bytes = openBytes(path, 'GGUF')
  try {
    return { ...ggufIn(bytes), close: bytes.close }
  } catch (error) {
    bytes.close()
    throw error
  }
}

/** The same of bytes that are open. */
export function ggufIn(bytes: Bytes): Omit<OpenedModel, 'close'> {
  const header = headerOf(bytes)
  const tensors = header.tensors.map((info) => tensorOf(bytes, header, info))
  const named = tensors.map((tensor) => ({ name: tensor.name, tensor }))
  const { layers, ordered } = layersByName(named)
  const count = factsOfLayers(layers, bytes.path, {}).filter(({ name }) => name === 'parameters')
  const facts = [...factsOf(header, bytes.path), ...(tensors.length > 0 ? count : [])]
  const notes = notesOf(header, tensors)
  return { format: 'gguf', path: bytes.path, bytes: bytes.size, layers, ordered, tensors, facts, notes }
}

function tensorOf(bytes: Bytes, header: Header, { name, shape, type: number, offset }: TensorInfo): Tensor {
  const wrong = (what: string) => damaged(bytes, `tensor ${name.slice(0, 80)} ${what}`)
  const count = countOf(shape)
  if (Number.isNaN(count)) throw wrong('has no sensible shape')
  const [type, block = 1, packed] = TYPES.get(number) ?? [`ggml-${number}`]
  const width = isElement(type) ? bytesOfElement(type) : packed
  const at = header.data + offset
  const end = width === undefined ? at : at + Math.ceil(count / block) * width
  if (!Number.isSafeInteger(end) || end > bytes.size) {
    throw wrong(`ends at byte ${end}, and the file at byte ${bytes.size}`)
  }
  if (!isElement(type)) return { name, type, shape }
  return { name, type, shape, pieces: () => piecesOf(bytes, at, type, count, header.little) }
}

function factsOf({ values }: Header, path: string): Fact[] {
  const architecture = values.get('general.architecture')
  if (typeof architecture !== 'string' || architecture === '') return []
  return [fact('model', architecture.slice(0, 80), `general.architecture: ${architecture}`, path, 'file')]
}

function notesOf({ values }: Header, tensors: readonly Tensor[]): Message[] {
  const packed = tensors.filter((tensor) => !tensor.pieces).length
  const parts = values.get('split.count')
  return [
    ...(tensors.length === 0 ? [message('note.model.no-model', { what: 'other' })] : []),
    ...(packed > 0 ? [message('note.model.left', { why: 'packed', count: packed })] : []),
    ...(typeof parts === 'number' && parts > 1 ? [message('note.model.one-shard', { of: parts })] : []),
  ]
}
