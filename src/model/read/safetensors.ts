// safetensors: a header in JSON and plain numbers behind it, in one file or in the parts that an index lists.

import { settingFacts } from '../../formats/settings.ts'
import { message } from '../../locales/speak.ts'
import { type Fact, fact } from '../../record/fact.ts'
import { factsOfLayers } from '../layer-figures.ts'
import { layersByName } from '../layers-by-name.ts'
import type { OpenedModel, Tensor } from '../opened.ts'
import { type Bytes, damaged, openBytes } from './file.ts'
import { bytesOfElement, countOf, isElement, piecesOf } from './numbers.ts'
import { shardsOf } from './shards.ts'

/** bytes of a header; the format's own cap */
const MOST_HEADER = 100_000_000
const MOST_AXES = 64

const TYPES: Readonly<Record<string, string>> = {
  F64: 'float64',
  F32: 'float32',
  F16: 'float16',
  BF16: 'bfloat16',
  F8_E4M3: 'float8_e4m3fn',
  F8_E5M2: 'float8_e5m2',
  I64: 'int64',
  I32: 'int32',
  I16: 'int16',
  I8: 'int8',
  U64: 'uint64',
  U32: 'uint32',
  U16: 'uint16',
  U8: 'uint8',
  BOOL: 'bool',
}
const FRAMEWORKS: Readonly<Record<string, string>> = { pt: 'pytorch', tf: 'tensorflow', flax: 'flax', mlx: 'mlx' }

/**
 * Opens a file, an index of parts, or a part with its index beside it. Throws ModelError: `damaged`, `shard`, `limit`,
 * `none`, `unreadable`, `empty`. Source: safetensors, README.md, "Format".
 */
export function readSafetensors(path: string): OpenedModel {
  const { files, alone } = shardsOf(path, 'safetensors')
  const opened: Bytes[] = []
  const close = () => {
    for (const bytes of opened) bytes.close()
  }
  try {
    const parts = files.map((file) => {
      const bytes = openBytes(file, 'safetensors')
      opened.push(bytes)
      return safetensorsIn(bytes)
    })
    const tensors = parts.flatMap((part) => part.tensors)
    const bytes = opened.reduce((sum, one) => sum + one.size, 0)
    return { ...modelOf(path, bytes, tensors, parts[0]?.metadata ?? {}, alone), close }
  } catch (error) {
    close()
    throw error
  }
}

interface Part {
  readonly tensors: readonly Tensor[]
  readonly metadata: Readonly<Record<string, unknown>>
}

/** Tensors and the metadata of one file. */
export function safetensorsIn(bytes: Bytes): Part {
  const length = Number(view(bytes.read(0, 8)).getBigUint64(0, true))
  if (length > MOST_HEADER) throw damaged(bytes, 'its header is longer than 100 MB')
  const start = 8 + length
  const header = parsed(bytes.read(8, length))
  if (!isRecord(header)) throw damaged(bytes, 'its header is no JSON object')
  const { __metadata__: metadata, ...rows } = header
  const tensors = Object.entries(rows).map(([name, row]) => tensorOf(bytes, start, name, row))
  return { tensors, metadata: isRecord(metadata) ? metadata : {} }
}

function tensorOf(bytes: Bytes, start: number, name: string, row: unknown): Tensor {
  const wrong = (what: string) => damaged(bytes, `tensor ${name.slice(0, 80)} ${what}`)
  if (!isRecord(row) || typeof row.dtype !== 'string') throw wrong('has no type')
  const { dtype } = row
  const shape = numbers(row.shape)
  const count = shape && shape.length <= MOST_AXES ? countOf(shape) : Number.NaN
  const [from, to, more] = numbers(row.data_offsets) ?? []
  if (!shape || Number.isNaN(count)) throw wrong('has no sensible shape')
  if (from === undefined || to === undefined || more !== undefined || from > to) throw wrong('has no place')
  if (start + to > bytes.size) throw wrong(`ends at byte ${start + to}, and the file at byte ${bytes.size}`)
  const type = Object.hasOwn(TYPES, dtype) ? TYPES[dtype]! : dtype.toLowerCase().slice(0, 20)
  if (!isElement(type)) return { name, type, shape }
  if (count * bytesOfElement(type) !== to - from) throw wrong('has a place that does not fit its shape')
  return { name, type, shape, pieces: () => piecesOf(bytes, start + from, type, count) }
}

function modelOf(
  path: string,
  bytes: number,
  tensors: readonly Tensor[],
  metadata: Readonly<Record<string, unknown>>,
  alone: number | undefined,
): Omit<OpenedModel, 'close'> {
  const { layers, ordered } = layersByName(
    tensors.map((tensor) => ({ name: tensor.name, tensor })),
    { natural: true },
  )
  const known = factsOfLayers(layers, path, {}).filter(({ name }) => name === 'parameters' || name === 'batch_norm')
  const packed = tensors.filter((tensor) => !tensor.pieces).length
  const notes = [
    ...(tensors.length === 0 ? [message('note.model.no-model', { what: 'other' })] : []),
    ...(packed > 0 ? [message('note.model.left', { why: 'layout', count: packed })] : []),
    ...(alone === undefined ? [] : [message('note.model.one-shard', { of: alone })]),
  ]
  const facts = tensors.length === 0 ? [] : [...toldBy(metadata, path), ...known]
  return { format: 'safetensors', path, bytes, layers, ordered, tensors, facts, notes }
}

/** The framework, and what trainers of adapters write into the metadata (`ss_learning_rate`). */
function toldBy(metadata: Readonly<Record<string, unknown>>, path: string): Fact[] {
  const { format } = metadata
  const framework = typeof format === 'string' && Object.hasOwn(FRAMEWORKS, format) ? FRAMEWORKS[format] : undefined
  const settings = Object.entries(metadata).map(([name, value]) => [name.replace(/^ss_/, ''), value] as const)
  const facts = settingFacts(Object.fromEntries(settings.slice(0, 500)), path)
  return framework ? [fact('framework', framework, `format: ${format}`, path, 'file'), ...facts] : facts
}

function numbers(value: unknown): readonly number[] | undefined {
  const fits = Array.isArray(value) && value.every((one) => Number.isSafeInteger(one) && one >= 0)
  return fits ? value : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
