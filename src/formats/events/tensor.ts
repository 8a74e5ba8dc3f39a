// A TensorProto of TensorFlow: its one number, or its strings.

import { brain, half } from '../wire/half.ts'
import { BYTES, type Cursor, cursor, next, textOf, VARINT, walk } from '../wire/protobuf.ts'

const FLOAT = 1
const DOUBLE = 2
const BFLOAT16 = 14
const HALF = 19
/** integers of `tensor_content` by dtype: bytes and whether signed */
const INTEGERS: Readonly<Record<number, readonly [number, boolean]>> = {
  3: [4, true],
  4: [1, false],
  5: [2, true],
  6: [1, true],
  9: [8, true],
  10: [1, false],
  17: [2, false],
  22: [4, false],
  23: [8, false],
}

const fields = cursor()
const inner = cursor()

/** The number of a tensor of rank 0, or undefined where it has a shape, no number, or a type without one. */
export function scalarOf(bytes: Uint8Array, start: number, end: number): number | undefined {
  walk(fields, bytes, start, end)
  let dtype = 0
  let value: number | undefined
  let content: [number, number] | undefined
  while (next(fields)) {
    const { field, wire } = fields
    if (field === 1 && wire === VARINT) dtype = fields.value
    else if (field === 2 && wire === BYTES && hasAxis(fields)) return undefined
    else if (field === 4 && wire === BYTES) content = [fields.start, fields.stop]
    else if (field >= 5 && field <= 17 && field !== 8) value ??= listed(fields, dtype)
  }
  return value ?? (content ? fromContent(bytes, content[0], content[1], dtype) : undefined)
}

function hasAxis(shape: Cursor): boolean {
  walk(inner, shape.bytes, shape.start, shape.stop)
  while (next(inner)) if (inner.field === 2) return true
  return false
}

/** The first number of float_val, double_val, int_val, int64_val, bool_val, half_val, uint32_val or uint64_val. */
function listed(on: Cursor, dtype: number): number | undefined {
  const { view, start, stop, wire, field } = on
  if (field === 5)
    return wire !== VARINT && (wire === 5 || stop - start >= 4) ? view.getFloat32(start, true) : undefined
  if (field === 6)
    return wire !== VARINT && (wire === 1 || stop - start >= 8) ? view.getFloat64(start, true) : undefined
  if (wire === VARINT) return bits(on.value, dtype)
  if (wire !== BYTES || stop === start) return undefined
  walk(inner, on.bytes, start, stop)
  return bits(firstVarint(inner), dtype)
}

function firstVarint(on: Cursor): number {
  let value = 0
  let scale = 1
  while (on.at < on.end && scale < 2 ** 64) {
    const byte = on.bytes[on.at++]!
    value += (byte & 0x7f) * scale
    if (byte < 0x80) break
    scale *= 128
  }
  return value >= 2 ** 63 ? value - 2 ** 64 : value
}

function bits(value: number, dtype: number): number {
  if (dtype === HALF) return half(value & 0xffff)
  return dtype === BFLOAT16 ? brain(value & 0xffff) : value
}

function fromContent(bytes: Uint8Array, start: number, end: number, dtype: number): number | undefined {
  const size = end - start
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, size)
  if (dtype === FLOAT && size >= 4) return view.getFloat32(0, true)
  if (dtype === DOUBLE && size >= 8) return view.getFloat64(0, true)
  if ((dtype === HALF || dtype === BFLOAT16) && size >= 2) return bits(view.getUint16(0, true), dtype)
  const [width, signed] = INTEGERS[dtype] ?? [0, false]
  if (width === 0 || size < width) return undefined
  if (width === 8) return Number(signed ? view.getBigInt64(0, true) : view.getBigUint64(0, true))
  if (width === 4) return signed ? view.getInt32(0, true) : view.getUint32(0, true)
  if (width === 2) return signed ? view.getInt16(0, true) : view.getUint16(0, true)
  return signed ? view.getInt8(0) : view.getUint8(0)
}

/** The strings of a tensor, at most 100. */
export function stringsOf(bytes: Uint8Array, start: number, end: number, limit = 1 << 20): string[] {
  const strings: string[] = []
  walk(fields, bytes, start, end)
  while (next(fields)) {
    if (fields.field === 8 && fields.wire === BYTES && strings.length < 100) strings.push(textOf(fields, limit))
  }
  return strings
}
