// HDF5 by h5wasm: groups, attributes and datasets; the library sees no other file than the one that is opened.

import { createContext, Script } from 'node:vm'
import type { Dataset, Entity, File, Group, Metadata } from 'h5wasm'
import { ModelError } from '../model-error.ts'
import { PIECE, type Tensor } from '../opened.ts'
import { type Bytes, damaged } from './file.ts'
import { bytesOfElement, countOf, type Element, valuesOf } from './numbers.ts'

export interface Hdf5 {
  /** names within a group: numbers by their size, the others as the file sorts them */
  keys(path: string): readonly string[]
  kind(path: string): 'group' | 'dataset' | 'other'
  /** text, number or list of texts; an attribute that was split into `name0`, `name1`, ... is joined */
  attribute(path: string, name: string): string | number | readonly string[] | undefined
  /** the dataset at `path` under the name `name`; its values are read when asked for. Undefined where it holds no numbers */
  tensor(path: string, name?: string): Tensor | undefined
  close(): void
}

type Library = typeof import('h5wasm')

/** What is used of the library's memory file system and of its heap. */
interface Memory {
  readonly FS: {
    createFile(parent: string, name: string, properties: object, canRead: boolean, canWrite: boolean): Node
    unlink(path: string): void
    readonly streams: readonly ({ stream_ops: object } | null)[]
  }
  readonly HEAPU8: Uint8Array
  _malloc(size: number): number
  _free(at: number): void
  readonly H5T_class_t: { readonly [kind: string]: { readonly value: number } }
  get_dataset_data(
    file: bigint,
    path: string,
    count: readonly bigint[] | null,
    offset: readonly bigint[] | null,
    strides: readonly bigint[] | null,
    to: bigint,
  ): number
}
interface Node {
  usedBytes: number
  stream_ops: object
}

interface Source {
  readonly library: Library
  readonly memory: Memory
  readonly file: File
  readonly bytes: Bytes
  /** bytes that datasets may still claim */
  readonly left: { bytes: number }
}

const MOST_KEYS = 100_000
const MOST_ATTRIBUTE = 2 ** 28
/** what may be read at once */
const AT_ONCE = 2 ** 26
/** bytes that datasets may claim for each byte of the file: what deflate can reach */
const RATIO = 1032

let opened = 0

/**
 * Opens HDF5 through the memory file system of h5wasm: a file whose reads go to `bytes`, so that nothing is copied whole
 * and no link or external storage leads anywhere. `bytes` must stay open until `close`. Throws ModelError.
 */
export async function openHdf5(bytes: Bytes): Promise<Hdf5> {
  const library = await loaded()
  const memory = (await library.ready) as unknown as Memory
  silence(memory)
  const path = `/model-${opened++}.h5`
  const guard = guardOf(bytes)
  mount(memory, path, bytes)
  let file: File
  try {
    file = guard(() => new library.File(path, 'r'))
    if (file.file_id <= 0n) throw damaged(bytes, 'HDF5 cannot open it; it may be cut off')
  } catch (error) {
    memory.FS.unlink(path)
    throw error
  }
  const source: Source = { library, memory, file, bytes, left: { bytes: Math.max(AT_ONCE, bytes.size * RATIO) } }
  let open = true
  return {
    keys: (at) => guard(() => keysOf(source, at)),
    kind: (at) => guard(() => kindOf(library, file.get(at))),
    attribute: (at, name) => guard(() => attributeOf(source, at, name)),
    tensor: (at, name) => guard(() => tensorAt(source, at, name ?? at, guard)),
    close() {
      if (!open) return
      open = false
      try {
        file.close()
      } catch {
        // of a damaged file nothing is left to give back
      }
      memory.FS.unlink(path)
    },
  }
}

async function loaded(): Promise<Library> {
  try {
    return await import('h5wasm')
  } catch {
    throw new ModelError('model.error.no-hdf5')
  }
}

/** The library writes its stack of errors to stderr, also for what it was only asked whether it is there. */
function silence({ FS }: Memory): void {
  const stderr = FS.streams[2]
  if (stderr)
    stderr.stream_ops = {
      ...stderr.stream_ops,
      write: (_: unknown, __: unknown, ___: number, length: number) => length,
    }
}

/** Milliseconds that one call of the library may take, and more for each MiB: damaged files make it run for ever. */
const LONGEST = 5_000
const MORE = 20
/** Runs `call` of its context; the time limit of a script ends also what that calls, as nothing else in one thread does. */
const limited = new Script('call()')

/** Whatever the library throws is a fault of the file: one line. */
function guardOf(bytes: Bytes): <Value>(act: () => Value) => Value {
  const timeout = LONGEST + Math.round((MORE * bytes.size) / 2 ** 20)
  const context: { call: () => void } = { call: () => {} }
  createContext(context)
  return <Value>(act: () => Value) => {
    let value: Value | undefined
    context.call = () => {
      value = act()
    }
    try {
      limited.runInContext(context, { timeout })
      return value as Value
    } catch (error) {
      if (error instanceof ModelError) throw error
      throw damaged(bytes, complaintOf(error, timeout))
    }
  }
}

function complaintOf(error: unknown, timeout: number): string {
  const { code, name, message = '' } = error as { code?: unknown; name?: string; message?: string }
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return `HDF5 found no end in it within ${timeout / 1000} s`
  if (name === 'RuntimeError') return 'HDF5 stumbled over it'
  if (/name not defined/.test(message)) return 'a part that it names cannot be read'
  return message.replace(/[^\x20-\x7e]+/g, ' ').slice(0, 120) || 'HDF5 cannot read on'
}

/** A file of the memory file system whose bytes are read where they lie. */
function mount(memory: Memory, path: string, bytes: Bytes): void {
  const node = memory.FS.createFile('/', path.slice(1), {}, true, false)
  node.usedBytes = bytes.size
  node.stream_ops = {
    ...node.stream_ops,
    read(_: unknown, to: Uint8Array, offset: number, length: number, at: number): number {
      const some = Math.max(0, Math.min(length, bytes.size - at))
      to.set(bytes.read(Math.min(at, bytes.size), some), offset)
      return some
    },
  }
}

function kindOf(library: Library, found: Entity | null): 'group' | 'dataset' | 'other' {
  if (found instanceof library.Group) return 'group'
  return found instanceof library.Dataset ? 'dataset' : 'other'
}

function keysOf({ library, file, bytes }: Source, path: string): readonly string[] {
  const group = file.get(path)
  if (!(group instanceof library.Group)) return []
  const keys = (group as Group).keys()
  if (keys.length > MOST_KEYS) throw damaged(bytes, `a group of ${keys.length} entries`)
  const numbers = keys.every((key) => /^\d+$/.test(key))
  return numbers ? [...keys].sort((one, other) => Number(one) - Number(other)) : keys
}

type AttributeValue = string | number | readonly string[]

function attributeOf(source: Source, path: string, name: string): AttributeValue | undefined {
  const { library, file } = source
  const found = file.get(path)
  if (!(found instanceof library.Group) && !(found instanceof library.Dataset)) return undefined
  const names = new Set(Object.keys(found.attrs))
  if (names.has(name)) return plain(source, found, name)
  // Keras splits what is longer than 64 KiB, the most that HDF5 keeps in an object's header
  const parts: string[] = []
  for (let part = 0; names.has(`${name}${part}`); part++) {
    const value = plain(source, found, `${name}${part}`)
    if (value !== undefined) parts.push(...(Array.isArray(value) ? value : [String(value)]))
  }
  return parts.length > 0 ? parts : undefined
}

function plain({ bytes }: Source, found: Group | Dataset, name: string): AttributeValue | undefined {
  const attribute = found.attrs[name]
  if (!attribute) return undefined
  const { size, total_size } = attribute.metadata
  const claimed = size * Number(total_size)
  if (claimed > MOST_ATTRIBUTE || claimed > bytes.size * RATIO)
    throw damaged(bytes, `an attribute claims ${claimed} bytes`)
  const value = attribute.value
  if (typeof value === 'string' || typeof value === 'number') return value
  if (!Array.isArray(value)) return undefined
  return value.map((one) => (typeof one === 'string' ? one : String(one)))
}

function tensorAt(source: Source, path: string, name: string, guard: ReturnType<typeof guardOf>): Tensor | undefined {
  const { library, file, bytes, left } = source
  const found = file.get(path)
  if (!(found instanceof library.Dataset)) return undefined
  const metadata = found.metadata
  const shape = (metadata.shape ?? []).map(Number)
  const type = metadata.shape === null ? undefined : elementOf(source.memory, metadata)
  if (type === undefined) return undefined
  const size = countOf(shape) * bytesOfElement(type)
  const most = metadata.chunks === null ? bytes.size : left.bytes
  if (!(size <= most)) throw damaged(bytes, `dataset ${path} claims the shape [${shape.join(', ')}]`)
  left.bytes -= size
  const slices = { path, shape, type, little: metadata.littleEndian }
  return { name, type, shape, pieces: () => piecesAt(source, slices, guard) }
}

function elementOf(memory: Memory, { type, size, signed, enum_type: names }: Metadata): Element | undefined {
  const kinds = memory.H5T_class_t
  if (type === kinds.H5T_FLOAT?.value) return ({ 2: 'float16', 4: 'float32', 8: 'float64' } as const)[size]
  if (type === kinds.H5T_ENUM?.value) return size === 1 && names && 'TRUE' in names.members ? 'bool' : undefined
  if (type !== kinds.H5T_INTEGER?.value || ![1, 2, 4, 8].includes(size)) return undefined
  return `${signed ? 'int' : 'uint'}${8 * size}` as Element
}

interface Slices {
  readonly path: string
  readonly shape: readonly number[]
  readonly type: Element
  readonly little: boolean
}

/** Values in row-major order. What is small is read at once, since a compressed chunk is unpacked whole. */
function* piecesAt(source: Source, slices: Slices, guard: ReturnType<typeof guardOf>): Generator<Float64Array> {
  const { shape, type, little } = slices
  const width = bytesOfElement(type)
  for (const { offset, count } of blocks(shape, AT_ONCE / width)) {
    const raw = guard(() => rawAt(source, slices.path, offset, count, width))
    for (let at = 0; at < raw.length; at += PIECE * width)
      yield valuesOf(raw.subarray(at, at + PIECE * width), type, little)
  }
}

function rawAt(source: Source, path: string, offset: readonly number[], count: readonly number[], width: number) {
  const { memory, file, bytes } = source
  const length = width * count.reduce((product, size) => product * size, 1)
  const at = memory._malloc(Math.max(1, length))
  if (at === 0) throw damaged(bytes, `no memory for ${length} bytes`)
  try {
    const plain = count.length === 0
    const big = (sizes: readonly number[]) => (plain ? null : sizes.map(BigInt))
    memory.get_dataset_data(file.file_id, path, big(count), big(offset), big(count.map(() => 1)), BigInt(at))
    return memory.HEAPU8.slice(at, at + length)
  } finally {
    memory._free(at)
  }
}

/** Cuts an array into blocks of at most `most` values that lie one after another. */
function* blocks(shape: readonly number[], most: number): Generator<{ offset: number[]; count: number[] }> {
  if (shape.includes(0)) return
  let axis = shape.length
  let inner = 1
  while (axis > 0 && inner * shape[axis - 1]! <= most) inner *= shape[--axis]!
  if (axis === 0) {
    yield { offset: shape.map(() => 0), count: [...shape] }
    return
  }
  // axes before `cut` one by one, `cut` in steps, those behind it whole
  const cut = axis - 1
  const step = Math.max(1, Math.floor(most / inner))
  const leading = shape.slice(0, cut)
  for (let nth = 0, all = leading.reduce((product, size) => product * size, 1); nth < all; nth++) {
    const place: number[] = []
    for (let rest = nth, at = cut - 1; at >= 0; rest = Math.floor(rest / leading[at]!), at--)
      place.unshift(rest % leading[at]!)
    for (let from = 0; from < shape[cut]!; from += step) {
      const count = shape.map((size, at) => (at < cut ? 1 : at === cut ? Math.min(step, size - from) : size))
      yield { offset: shape.map((_, at) => (at < cut ? place[at]! : at === cut ? from : 0)), count }
    }
  }
}
