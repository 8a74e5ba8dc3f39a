// Tensors as PyTorch pickles them: the records of its rebuilding functions, resolved to a view of a storage.

import { type Message, message } from '../../locales/speak.ts'
import type { Tensor } from '../opened.ts'
import { type Bytes, damaged } from './file.ts'
import { bytesOfElement, type Element, isElement } from './numbers.ts'
import { isGlobal, isObject, itemsOf, type Pickled } from './pickled.ts'
import { canGather, reachOf, type View, viewPieces } from './strided.ts'

/** What is outside the pickle. */
export interface Storages {
  readonly path: string
  readonly format: string
  readonly little: boolean
  /** bytes of a storage; undefined where the file has none of this key */
  sizeOf(key: string): number | undefined
  open(key: string): Bytes
}

/** Why a tensor's values are not read. */
type Left = 'quantised' | 'sparse' | 'meta' | 'layout' | 'other'

interface Stored {
  readonly type: string
  readonly view: View
  /** key of the storage; absent where the values are not read */
  readonly key?: string
  readonly left?: Left
}

const TYPES: Readonly<Record<string, string>> = {
  DoubleStorage: 'float64',
  FloatStorage: 'float32',
  HalfStorage: 'float16',
  BFloat16Storage: 'bfloat16',
  LongStorage: 'int64',
  IntStorage: 'int32',
  ShortStorage: 'int16',
  CharStorage: 'int8',
  ByteStorage: 'uint8',
  UntypedStorage: 'uint8',
  _UntypedStorage: 'uint8',
  BoolStorage: 'bool',
  ComplexFloatStorage: 'complex64',
  ComplexDoubleStorage: 'complex128',
  QInt8Storage: 'qint8',
  QUInt8Storage: 'quint8',
  QInt32Storage: 'qint32',
}
const DTYPES: Readonly<Record<string, string>> = {
  float: 'float32',
  double: 'float64',
  half: 'float16',
  long: 'int64',
  int: 'int32',
}
const MOST_AXES = 64

/** The element type of a class of storages; undefined where it is none. */
export function elementOfStorage(name: string): string | undefined {
  return Object.hasOwn(TYPES, name) ? TYPES[name] : undefined
}

/** Whether this record is a tensor of PyTorch. */
export function isTensor(value: Pickled | undefined): boolean {
  return isObject(value) && /^torch\b/.test(value.module) && REBUILDERS.has(value.name)
}

/** Records that wrap others are followed so far. */
const MOST_WRAPPED = 8

type Rebuild = (args: readonly Pickled[], depth: number) => Stored | undefined

const REBUILDERS: ReadonlyMap<string, Rebuild> = new Map<string, Rebuild>([
  ['_rebuild_tensor', plain],
  ['_rebuild_tensor_v2', plain],
  ['_rebuild_tensor_v3', plain],
  ['_rebuild_parameter', ([data], depth) => storedOf(data, depth)],
  ['_rebuild_parameter_with_state', ([data], depth) => storedOf(data, depth)],
  ['Parameter', ([data], depth) => storedOf(data, depth)],
  ['_rebuild_from_type_v2', ofType],
  ['_rebuild_qtensor', (args) => leftOf(plain(args), 'quantised')],
  ['_rebuild_sparse_tensor', sparse],
  ['_rebuild_sparse_csr_tensor', sparse],
  ['_rebuild_meta_tensor_no_storage', ([type, shape]) => valueless(typeNamed(type) ?? 'float32', shape, 'meta')],
])

function storedOf(value: Pickled | undefined, depth = 0): Stored | undefined {
  if (depth >= MOST_WRAPPED || !isObject(value) || !isTensor(value)) return undefined
  return REBUILDERS.get(value.name)?.(value.args, depth + 1)
}

/** (function, class, its arguments, state): a tensor of a class of one's own. */
function ofType([of, , args]: readonly Pickled[], depth: number): Stored | undefined {
  if (depth >= MOST_WRAPPED || !isGlobal(of)) return undefined
  return REBUILDERS.get(of.name)?.(itemsOf(args), depth + 1)
}

/** (storage, offset, size, stride, ...); the seventh of version 3 is the type, since its storages have none. */
function plain(args: readonly Pickled[]): Stored | undefined {
  const [storage, offset, shape, stride] = args
  if (storage === null || typeof storage !== 'object' || storage instanceof Uint8Array) return undefined
  if (storage.kind !== 'persistent') return undefined
  const [word, of, key, location, , part] = itemsOf(storage.id)
  const sizes = numbersOf(shape)
  const steps = numbersOf(stride)
  if (word !== 'storage' || !isGlobal(of) || typeof offset !== 'number' || !sizes || !steps) return undefined
  const type = typeNamed(args[6]) ?? elementOfStorage(of.name) ?? of.name
  // before 1.6 a storage could be a part of another: (key, offset, size)
  const before = itemsOf(part)[1]
  const view = { offset: offset + (typeof before === 'number' ? before : 0), shape: sizes, stride: steps }
  if (location === 'meta') return { type, view, left: 'meta' }
  return typeof key === 'string' || typeof key === 'number' ? { type, view, key: String(key) } : undefined
}

function sparse(args: readonly Pickled[]): Stored | undefined {
  const parts = itemsOf(args[1])
  const shape = parts.find((part) => !isTensor(part) && numbersOf(part) !== undefined)
  return valueless(
    parts.map((part) => storedOf(part)).findLast((one) => one !== undefined)?.type ?? 'float32',
    shape,
    'sparse',
  )
}

function valueless(type: string, shape: Pickled | undefined, left: Left): Stored | undefined {
  const sizes = numbersOf(shape)
  return sizes && { type, view: { offset: 0, shape: sizes, stride: sizes.map(() => 0) }, left }
}

function leftOf(stored: Stored | undefined, left: Left): Stored | undefined {
  return stored && { type: stored.type, view: stored.view, left }
}

function typeNamed(value: Pickled | undefined): string | undefined {
  return isGlobal(value) && value.module === 'torch'
    ? Object.hasOwn(DTYPES, value.name)
      ? DTYPES[value.name]
      : value.name
    : undefined
}

/** A tuple of sizes; torch.Size is one as well. */
function numbersOf(value: Pickled | undefined): readonly number[] | undefined {
  const items = isObject(value) && value.name === 'Size' ? itemsOf(value.args[0]) : itemsOf(value)
  if (items.length === 0 && !(value !== null && typeof value === 'object' && 'kind' in value)) return undefined
  if (items.length > MOST_AXES || !items.every((item) => typeof item === 'number')) return undefined
  return items as readonly number[]
}

/** Tensors by their places: what two names share is one tensor. Notes count what is left out. */
export interface Shelf {
  /** the tensor of this record under its name, and whether an earlier name has the same values; undefined where it is none */
  take(name: string, value: Pickled): { readonly tensor: Tensor; readonly tied: boolean } | undefined
  notes(): Message[]
}

/** Throws, in `take`, ModelError `damaged` where a tensor reaches past its storage. */
export function shelfOf(storages: Storages): Shelf {
  const byPlace = new Map<string, Tensor>()
  const left = new Map<Left, number>()
  const tied: [string, string][] = []
  const take: Shelf['take'] = (name, value) => {
    const stored = storedOf(value)
    if (!stored) {
      if (isTensor(value)) left.set('other', (left.get('other') ?? 0) + 1)
      return undefined
    }
    const { key, type, view } = stored
    const place = key === undefined ? undefined : JSON.stringify([key, type, view])
    const earlier = place === undefined || view.shape.includes(0) ? undefined : byPlace.get(place)
    if (earlier) {
      tied.push([name, earlier.name])
      return { tensor: earlier, tied: true }
    }
    const tensor = tensorOf(storages, name, stored)
    if (!tensor.pieces) left.set(stored.left ?? 'layout', (left.get(stored.left ?? 'layout') ?? 0) + 1)
    if (place !== undefined) byPlace.set(place, tensor)
    return { tensor, tied: false }
  }
  return { take, notes: () => notesOf(left, tied) }
}

function tensorOf(storages: Storages, name: string, { type, view, key }: Stored): Tensor {
  const shape = view.shape
  const reach = reachOf(view)
  if (Number.isNaN(reach)) throw damaged(storages, `tensor ${name} has no sensible shape (${shape.join(', ')})`)
  if (key === undefined || !isElement(type)) return { name, type, shape }
  const size = storages.sizeOf(key)
  if (size === undefined) throw damaged(storages, `the values of tensor ${name} are missing`)
  if (reach * bytesOfElement(type) > size) throw damaged(storages, `tensor ${name} reaches past its stored values`)
  if (!canGather(view, type)) return { name, type, shape }
  return { name, type, shape, pieces: () => pieces(storages, key, view, type) }
}

function* pieces(storages: Storages, key: string, view: View, type: Element): Generator<Float64Array> {
  yield* viewPieces(storages.open(key), view, type, storages.little)
}

function notesOf(left: ReadonlyMap<Left, number>, tied: readonly (readonly [string, string])[]): Message[] {
  const notes = [...left].map(([why, count]) => message('note.model.left', { why, count }))
  const [first] = tied
  if (first) notes.push(message('note.model.tied', { tensor: first[0], other: first[1], count: tied.length }))
  return notes
}
