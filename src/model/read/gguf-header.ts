// The header of a GGUF file: its key and value pairs as far as they are single values, and the table of its tensors.

import { ModelError } from '../model-error.ts'
import { type Bytes, damaged } from './file.ts'

export interface TensorInfo {
  readonly name: string
  /** the slowest axis first */
  readonly shape: readonly number[]
  /** number of the ggml type */
  readonly type: number
  /** from the start of the data, in bytes */
  readonly offset: number
}

export interface Header {
  readonly little: boolean
  /** single values by their keys; arrays, as those of a tokenizer, are passed over */
  readonly values: ReadonlyMap<string, string | number | boolean>
  readonly tensors: readonly TensorInfo[]
  /** the byte where the data begin */
  readonly data: number
}

const MOST_AXES = 8
/** tensors, and pairs; the largest models that are met have some thousands */
const MOST_ROWS = 1_000_000
const MOST_NAME = 65_535
/** characters of a value that is a text; templates of chats are long */
const MOST_TEXT = 1_000
const WINDOW = 65_536

const TEXT = 8
const ARRAY = 9
/** bytes of the single types by their numbers, from uint8 to float64 */
const WIDTHS: readonly (number | undefined)[] = [1, 1, 2, 2, 4, 4, 4, 1, undefined, undefined, 8, 8, 8]

/** Where the reading stands. */
interface Cursor {
  readonly bytes: Bytes
  at: number
  little: boolean
  /** bytes of a length: 4 in version 1, 8 since */
  wide: 4 | 8
  window: { readonly from: number; readonly view: DataView }
}

/** Throws ModelError `damaged` where the file is no GGUF of version 1 to 3, or ends within its header. */
export function headerOf(bytes: Bytes): Header {
  const on: Cursor = { bytes, at: 4, little: true, wide: 8, window: { from: 0, view: viewOf(bytes.read(0, 0)) } }
  if (new TextDecoder().decode(bytes.read(0, 4)) !== 'GGUF') throw damaged(bytes, 'it does not begin with GGUF')
  let version = number(on, 4)
  // a file of the other byte order shows its version so
  if (version > 0xffff) {
    on.little = false
    on.at = 4
    version = number(on, 4)
  }
  if (version < 1 || version > 3) throw damaged(bytes, `its version is ${version}, and 1 to 3 are known`)
  if (version === 1) on.wide = 4
  const tensorCount = number(on, on.wide)
  const pairCount = number(on, on.wide)
  // the shortest entries that there can be
  if (tensorCount * (on.wide + 8) + pairCount * (on.wide + 5) > bytes.size) {
    throw damaged(bytes, `it claims ${tensorCount} tensors and ${pairCount} values, more than it can hold`)
  }
  if (Math.max(tensorCount, pairCount) > MOST_ROWS) {
    const what = `${tensorCount} tensors and ${pairCount} values`
    throw new ModelError('model.error.limit', { path: bytes.path, what, most: MOST_ROWS })
  }
  const values = new Map<string, string | number | boolean>()
  for (let i = 0; i < pairCount; i++) {
    const key = text(on, MOST_NAME)
    const value = singleOf(on, number(on, 4))
    if (value !== undefined) values.set(key, value)
  }
  const tensors: TensorInfo[] = []
  for (let i = 0; i < tensorCount; i++) tensors.push(infoOf(on))
  const alignment = values.get('general.alignment')
  const step = typeof alignment === 'number' && Number.isSafeInteger(alignment) && alignment > 0 ? alignment : 32
  return { little: on.little, values, tensors, data: Math.ceil(on.at / step) * step }
}

function infoOf(on: Cursor): TensorInfo {
  const name = text(on, MOST_NAME)
  const axes = number(on, 4)
  if (axes > MOST_AXES) throw damaged(on.bytes, `tensor ${name.slice(0, 80)} has ${axes} axes`)
  const shape = Array.from({ length: axes }, () => number(on, on.wide)).reverse()
  return { name, shape, type: number(on, 4), offset: number(on, 8) }
}

/** The value of a pair; undefined of an array, whose bytes are passed over. */
function singleOf(on: Cursor, type: number): string | number | boolean | undefined {
  if (type === TEXT) return text(on, MOST_TEXT)
  if (type === ARRAY) {
    pass(on, 0)
    return undefined
  }
  const width = WIDTHS[type]
  if (width === undefined) throw damaged(on.bytes, `a value at byte ${on.at} has the unknown type ${type}`)
  if (type === 7) return number(on, 1) !== 0
  if (type === 6 || type === 12) {
    const { view, from } = windowed(on, width)
    return width === 4 ? view.getFloat32(from, on.little) : view.getFloat64(from, on.little)
  }
  const value = number(on, width)
  const negative = type === 1 || type === 3 || type === 5 || type === 11
  return negative && value >= 2 ** (8 * width - 1) ? value - 2 ** (8 * width) : value
}

function pass(on: Cursor, depth: number): void {
  const type = number(on, 4)
  const count = number(on, on.wide)
  if (depth > 3) throw damaged(on.bytes, 'its arrays are nested too deeply')
  const width = WIDTHS[type]
  if (width !== undefined) skip(on, count * width)
  else if (type !== TEXT && type !== ARRAY) throw damaged(on.bytes, `an array has the unknown type ${type}`)
  else {
    // each takes a length at least, so that the file bounds the loop
    for (let i = 0; i < count; i++) {
      if (type === ARRAY) pass(on, depth + 1)
      else skip(on, number(on, on.wide))
    }
  }
}

function text(on: Cursor, most: number): string {
  const length = number(on, on.wide)
  const start = on.at
  skip(on, length)
  return new TextDecoder().decode(on.bytes.read(start, Math.min(length, most)))
}

function skip(on: Cursor, length: number): void {
  if (!(on.at + length <= on.bytes.size)) {
    throw damaged(on.bytes, `it claims ${length} bytes at byte ${on.at}, and ends at byte ${on.bytes.size}`)
  }
  on.at += length
}

/** An unsigned number of 1, 2, 4 or 8 bytes. */
function number(on: Cursor, width: number): number {
  const { view, from } = windowed(on, width)
  if (width === 1) return view.getUint8(from)
  if (width === 2) return view.getUint16(from, on.little)
  return width === 4 ? view.getUint32(from, on.little) : Number(view.getBigUint64(from, on.little))
}

/** Where the next `width` bytes lie in what was read last; moves on behind them. */
function windowed(on: Cursor, width: number): { readonly view: DataView; readonly from: number } {
  const start = on.at
  skip(on, width)
  const inside = start >= on.window.from && on.at <= on.window.from + on.window.view.byteLength
  if (!inside) {
    on.window = { from: start, view: viewOf(on.bytes.read(start, Math.min(WINDOW, on.bytes.size - start))) }
  }
  return { view: on.window.view, from: start - on.window.from }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
