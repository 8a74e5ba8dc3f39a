// Writes small PyTorch archives for tests: a pickle of protocol 2 by hand, and storages as stored members of a zip.

import { zipSync } from 'fflate'

export interface Written {
  readonly name: string
  readonly values: readonly number[]
  readonly shape: readonly number[]
  /** strides and offset in the storage; contiguous if absent */
  readonly stride?: readonly number[]
  readonly offset?: number
}

export function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

/** Opcodes, numbers and texts one after another: a string is as it stands, a number is one byte. */
export type Piece = string | number | Uint8Array
export function pickled(...parts: Piece[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...bytesOf(part)]))
}

function bytesOf(part: Piece): Uint8Array {
  return typeof part === 'string' ? ascii(part) : typeof part === 'number' ? Uint8Array.of(part) : part
}

/** BINUNICODE. */
export function text(value: string): Uint8Array {
  const bytes = new TextEncoder().encode(value)
  return pickled('X', uint32(bytes.length), bytes)
}

/** BININT. */
export function int(value: number): Uint8Array {
  return pickled('J', uint32(value))
}

export function uint32(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer)
}

function tuple(items: readonly Uint8Array[]): Uint8Array {
  return pickled('(', ...items, 't')
}

/** What torch._utils._rebuild_tensor_v2 is called with: storage, offset, size, stride, no gradient, no hooks. */
export function tensor(key: string, written: Omit<Written, 'name'>, storage = 'FloatStorage'): Uint8Array {
  const { shape, values, offset = 0 } = written
  const stride = written.stride ?? shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1))
  const place = tuple([text('storage'), pickled(`ctorch\n${storage}\n`), text(key), text('cpu'), int(values.length)])
  return pickled(
    'ctorch._utils\n_rebuild_tensor_v2\n',
    tuple([
      pickled(place, 'Q'),
      int(offset),
      tuple(shape.map(int)),
      tuple(stride.map(int)),
      pickled(0x89),
      pickled('ccollections\nOrderedDict\n)R'),
    ]),
    'R',
  )
}

/** A dictionary of float32 tensors. */
export function stateDict(tensors: readonly Written[]): Uint8Array {
  const items = tensors.flatMap((one, key) => [text(one.name), tensor(String(key), one)])
  return pickled('ccollections\nOrderedDict\n)R(', ...items, 'u')
}

/** The zip archive of a value that is written, and of the storages of these tensors. */
export function archive(value: Uint8Array, tensors: readonly Written[] = [], level: 0 | 6 = 0): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'model/data.pkl': pickled(0x80, 2, value, '.'),
    'model/byteorder': ascii('little'),
  }
  for (const [key, { values }] of tensors.entries()) files[`model/data/${key}`] = floats(values)
  return zipSync(files, { level, mtime: new Date(2020, 1, 1) })
}

export function floats(values: readonly number[]): Uint8Array {
  return new Uint8Array(Float32Array.from(values).buffer)
}

/** The same in the container from before 1.6: pickles, then each storage behind its length. */
export function legacy(value: Uint8Array, tensors: readonly Written[]): Uint8Array {
  const magic = pickled(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19, '.')
  const keys = pickled('](', ...tensors.map((_, key) => text(String(key))), 'e.')
  const storages = tensors.map(({ values }) => pickled(uint32(values.length), uint32(0), floats(values)))
  return pickled(magic, 'M', 0xe9, 3, '.', '}', text('little_endian'), 0x88, 's.', value, '.', keys, ...storages)
}

/** A module as it is pickled whole, with its tensors and those inside it. */
export function module(
  name: string,
  own: readonly (readonly [string, Uint8Array])[] = [],
  inner: readonly (readonly [string, Uint8Array])[] = [],
  more: readonly (readonly [string, Uint8Array])[] = [],
): Uint8Array {
  const dict = (rows: readonly (readonly [string, Uint8Array])[]) =>
    pickled('}(', ...rows.flatMap(([key, value]) => [text(key), value]), 'u')
  const state = dict([['_parameters', dict(own)], ['_buffers', dict([])], ['_modules', dict(inner)], ...more])
  return pickled(`ctorch.nn.modules\n${name}\n)`, 0x81, state, 'b')
}
