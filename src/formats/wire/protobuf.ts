// Protocol buffers without a schema: a cursor that walks the fields of a message and copies nothing.

/** Where a walk stands. `field` and `wire` are of the field last read; a length-delimited one is `[start, stop)`. */
export interface Cursor {
  bytes: Uint8Array
  view: DataView
  at: number
  end: number
  field: number
  wire: number
  start: number
  stop: number
  /** the number of a varint field, or the raw position of a fixed one */
  value: number
}

export const VARINT = 0
export const FIXED64 = 1
export const BYTES = 2
export const FIXED32 = 5

export function cursor(): Cursor {
  const bytes = new Uint8Array(0)
  return { bytes, view: viewOf(bytes), at: 0, end: 0, field: 0, wire: 0, start: 0, stop: 0, value: 0 }
}

/** Points a cursor at the message in `bytes[start, end)`. */
export function walk(on: Cursor, bytes: Uint8Array, start: number, end: number): Cursor {
  if (on.bytes !== bytes) {
    on.bytes = bytes
    on.view = viewOf(bytes)
  }
  on.at = start
  on.end = end
  return on
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/**
 * Reads the next field; false at the end of the message. Throws RangeError where the bytes are no message: a field that
 * reaches past the end, a group, the number 0. Numbers past 2^53 lose their last digits; negative ones are read as such.
 */
export function next(on: Cursor): boolean {
  if (on.at >= on.end) return false
  const key = varint(on)
  on.field = Math.floor(key / 8)
  on.wire = key % 8
  if (on.field === 0) throw new RangeError('field 0')
  if (on.wire === VARINT) on.value = varint(on)
  else if (on.wire === BYTES) {
    const length = varint(on)
    on.start = on.at
    on.stop = on.at + length
    if (length < 0 || on.stop > on.end) throw new RangeError('a field past the end')
    on.at = on.stop
  } else if (on.wire === FIXED64 || on.wire === FIXED32) {
    on.start = on.at
    on.at += on.wire === FIXED64 ? 8 : 4
    if (on.at > on.end) throw new RangeError('a number past the end')
  } else throw new RangeError(`wire type ${on.wire}`)
  return true
}

/** A varint as a signed 64-bit number. */
export function varint(on: Cursor): number {
  const { bytes, end } = on
  let low = 0
  for (let shift = 0; shift < 28; shift += 7) {
    if (on.at >= end) throw new RangeError('a number past the end')
    const byte = bytes[on.at++]!
    low |= (byte & 0x7f) << shift
    if (byte < 0x80) return low
  }
  let value = low
  for (let scale = 2 ** 28; scale <= 2 ** 63; scale *= 128) {
    if (on.at >= end) throw new RangeError('a number past the end')
    const byte = bytes[on.at++]!
    value += (byte & 0x7f) * scale
    if (byte < 0x80) return value < 2 ** 63 ? value : negative(bytes, on.at)
  }
  throw new RangeError('a number of more than 64 bits')
}

/** Ten bytes that end before `end`, as a negative number: exact for those that fit a double. */
function negative(bytes: Uint8Array, end: number): number {
  let value = 0n
  for (let at = end - 1; at >= end - 10; at--) value = (value << 7n) | BigInt(bytes[at]! & 0x7f)
  return Number(BigInt.asIntN(64, value))
}

const decoder = new TextDecoder()

/** The text of a length-delimited field, at most `limit` bytes of it. */
export function textOf(on: Cursor, limit = 65_536): string {
  return decoder.decode(on.bytes.subarray(on.start, Math.min(on.stop, on.start + limit)))
}
