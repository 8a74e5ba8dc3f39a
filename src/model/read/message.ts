// Walks the fields of a protocol buffer that lies in a file, without loading what is only skipped.

import { type Bytes, damaged } from './file.ts'

/** A field of a message. `value` is that of a varint; `[start, stop)` are the bytes of any other, counted in the file. */
export interface Field {
  readonly field: number
  readonly wire: number
  readonly value: number
  readonly start: number
  readonly stop: number
}

/** Walks the message in `[start, end)`; throws a ModelError where the bytes are no message. */
export type Walk = (start: number, end: number) => Generator<Field>

const WINDOW = 65_536
const VARINT = 0
const FIXED64 = 1
const LENGTH = 2
const FIXED32 = 5

/** Walks over one file share a window of 64 KiB. Source: protobuf.dev/programming-guides/encoding. */
export function walkerOf(bytes: Bytes): Walk {
  const byteAt = windowOf(bytes)
  return function* walk(start, end) {
    let at = start
    const varint = () => {
      const read = varintAt(byteAt, at, end, bytes)
      at = read.at
      return read.value
    }
    while (at < end) {
      const key = varint()
      const field = Math.floor(key / 8)
      const wire = key % 8
      if (field <= 0) throw damaged(bytes, `field 0 at byte ${at}`)
      if (wire === VARINT) {
        const value = varint()
        yield { field, wire, value, start: at, stop: at }
      } else {
        const length = wire === LENGTH ? varint() : lengthOf(wire, at, bytes)
        if (length < 0 || at + length > end) throw damaged(bytes, `a field of ${length} bytes at byte ${at}`)
        const from = at
        at += length
        yield { field, wire, value: 0, start: from, stop: at }
      }
    }
  }
}

/** The numbers of a packed field of varints, in the order of the file. */
export function* varintsOf(bytes: Bytes, start: number, stop: number): Generator<number> {
  const byteAt = windowOf(bytes)
  for (let at = start; at < stop; ) {
    const read = varintAt(byteAt, at, stop, bytes)
    at = read.at
    yield read.value
  }
}

const decoder = new TextDecoder()

/** The text of a field; what is longer than `limit` bytes is cut. */
export function textIn(bytes: Bytes, field: Field, limit = 4096): string {
  return decoder.decode(bytes.read(field.start, Math.min(limit, field.stop - field.start)))
}

/** The numbers of a repeated field of integers, packed or not; throws where there are more than `most`. */
export function addVarints(bytes: Bytes, field: Field, to: number[], most: number): void {
  if (field.wire === VARINT) to.push(field.value)
  else
    for (const one of varintsOf(bytes, field.start, field.stop)) {
      to.push(one)
      if (to.length > most) break
    }
  if (to.length > most) throw damaged(bytes, `more than ${most} numbers in a list at byte ${field.start}`)
}

function lengthOf(wire: number, at: number, bytes: Bytes): number {
  if (wire === FIXED64) return 8
  if (wire === FIXED32) return 4
  throw damaged(bytes, `wire type ${wire} at byte ${at}`)
}

function windowOf(bytes: Bytes): (at: number) => number {
  let first = 0
  let held = new Uint8Array(0)
  return (at) => {
    if (at < first || at >= first + held.length) {
      held = Uint8Array.from(bytes.read(at, Math.min(WINDOW, bytes.size - at)))
      first = at
    }
    return held[at - first] ?? 0
  }
}

/** A varint as a signed 64-bit number; beyond 2^53 its last digits are lost. */
function varintAt(byteAt: (at: number) => number, from: number, end: number, bytes: Bytes) {
  let value = 0
  let wide = 0n
  for (let at = from, shift = 0; shift < 70; at++, shift += 7) {
    if (at >= end) throw damaged(bytes, `a number past the end at byte ${from}`)
    const byte = byteAt(at)
    if (shift < 49) value += (byte & 0x7f) * 2 ** shift
    else wide |= BigInt(byte & 0x7f) << BigInt(shift)
    if (byte < 0x80) return { value: wide === 0n ? value : Number(BigInt.asIntN(64, wide | BigInt(value))), at: at + 1 }
  }
  throw damaged(bytes, `a number of more than 64 bits at byte ${from}`)
}
