// NumPy's .npy and .npz: the header is a Python literal, the body plain numbers; arrays of objects are pickles and are refused.

import { unzipSync } from 'fflate'
import { half } from '../../formats/wire/half.ts'
import { EngineError } from '../engine/engine.ts'

/** An array of numbers or of text, row by row (C order). */
export interface NumberArray {
  readonly shape: readonly number[]
  readonly values: Float64Array | readonly string[]
  readonly whole: boolean
}

const MOST_BYTES = 2 ** 31

/** Reads one array. Throws an EngineError that names the file. Source: NumPy's format 1.0 to 3.0. */
export function readNpy(bytes: Uint8Array, path: string): NumberArray {
  const wrong = (what: string) => new EngineError('data.error.numpy', { path, what })
  if (bytes.length < 10 || bytes[0] !== 0x93) throw wrong('magic')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const long = bytes[6]! >= 2
  const length = long ? view.getUint32(8, true) : view.getUint16(8, true)
  const start = (long ? 12 : 10) + length
  if (start > bytes.length) throw wrong('header')
  const header = new TextDecoder('latin1').decode(bytes.subarray(long ? 12 : 10, start))
  const type = /'descr':\s*'([^']*)'/.exec(header)?.[1]
  const shape = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1]
  if (type === undefined || shape === undefined) throw wrong('descr')
  const sizes = shape
    .split(',')
    .filter((one) => one.trim() !== '')
    .map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 0)) throw wrong('shape')
  const count = sizes.reduce((a, b) => a * b, 1)
  const read = readerOf(type)
  if (!read) throw wrong(type)
  if (count * read.size > MOST_BYTES || start + count * read.size > bytes.length) throw wrong('length')
  const values = read.take(view, start, count)
  const order = /'fortran_order':\s*True/.test(header) && sizes.length > 1 ? rowFirst(values, sizes) : values
  return { shape: sizes, values: order, whole: /^[<>|=]?[iub?]/.test(type) }
}

/** Every array of an archive by its name. */
export function readNpz(bytes: Uint8Array, path: string): ReadonlyMap<string, NumberArray> {
  let total = 0
  let files: Record<string, Uint8Array>
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        return name.endsWith('.npy') && total <= MOST_BYTES
      },
    })
  } catch {
    throw new EngineError('data.error.numpy', { path, what: 'zip' })
  }
  if (total > MOST_BYTES) throw new EngineError('data.error.numpy', { path, what: 'length' })
  return new Map(Object.entries(files).map(([name, one]) => [name.slice(0, -4), readNpy(one, `${path}:${name}`)]))
}

interface Reader {
  readonly size: number
  take(view: DataView, at: number, count: number): Float64Array | string[]
}

function readerOf(type: string): Reader | undefined {
  const little = !type.startsWith('>')
  const [, kind, width] = /^[<>|=]?([a-zA-Z?])(\d*)$/.exec(type) ?? []
  if (kind === 'U') return texts(Number(width), little)
  if (kind === 'S' || kind === 'a') return bytesAsText(Number(width))
  const get = NUMBERS[`${kind}${width}`]
  if (!get) return undefined
  const size = kind === '?' ? 1 : Number(width)
  return {
    size,
    take: (view, at, count) => {
      const out = new Float64Array(count)
      for (let i = 0; i < count; i++) out[i] = get(view, at + i * size, little)
      return out
    },
  }
}

type Get = (view: DataView, at: number, little: boolean) => number
const NUMBERS: Readonly<Record<string, Get>> = {
  f2: (view, at, little) => half(view.getUint16(at, little)),
  f4: (view, at, little) => view.getFloat32(at, little),
  f8: (view, at, little) => view.getFloat64(at, little),
  i1: (view, at) => view.getInt8(at),
  i2: (view, at, little) => view.getInt16(at, little),
  i4: (view, at, little) => view.getInt32(at, little),
  i8: (view, at, little) => Number(view.getBigInt64(at, little)),
  u1: (view, at) => view.getUint8(at),
  u2: (view, at, little) => view.getUint16(at, little),
  u4: (view, at, little) => view.getUint32(at, little),
  u8: (view, at, little) => Number(view.getBigUint64(at, little)),
  b1: (view, at) => view.getUint8(at),
}

function texts(length: number, little: boolean): Reader {
  return {
    size: 4 * length,
    take: (view, at, count) =>
      Array.from({ length: count }, (_, i) => {
        let text = ''
        for (let k = 0; k < length; k++) {
          const point = view.getUint32(at + 4 * (i * length + k), little)
          if (point === 0 || point > 0x10ffff) break
          text += String.fromCodePoint(point)
        }
        return text
      }),
  }
}

function bytesAsText(length: number): Reader {
  return {
    size: length,
    take: (view, at, count) =>
      Array.from({ length: count }, (_, i) =>
        new TextDecoder()
          .decode(new Uint8Array(view.buffer, view.byteOffset + at + i * length, length))
          .replace(/\0+$/, ''),
      ),
  }
}

/** From column-first (Fortran) to row-first order. */
function rowFirst<T extends Float64Array | string[]>(values: T, sizes: readonly number[]): T {
  const out = values.slice() as T
  const place = new Array<number>(sizes.length).fill(0)
  for (let i = 0; i < values.length; i++) {
    let from = 0
    for (let axis = sizes.length - 1; axis >= 0; axis--) from = from * sizes[axis]! + place[axis]!
    out[i] = values[from]!
    for (let axis = sizes.length - 1; axis >= 0; axis--) {
      place[axis]!++
      if (place[axis]! < sizes[axis]!) break
      place[axis] = 0
    }
  }
  return out
}
