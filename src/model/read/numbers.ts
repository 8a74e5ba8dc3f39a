// Element types of stored tensors, and the decoding of their bytes into pieces of numbers.

import { brain, half } from '../../formats/wire/half.ts'
import { PIECE } from '../opened.ts'
import type { Bytes } from './file.ts'

/** The names that tensors bear in an OpenedModel, of types whose values can be decoded. */
export const ELEMENTS = [
  'float64',
  'float32',
  'float16',
  'bfloat16',
  'float8_e4m3fn',
  'float8_e4m3fnuz',
  'float8_e5m2',
  'float8_e5m2fnuz',
  'int64',
  'int32',
  'int16',
  'int8',
  'uint64',
  'uint32',
  'uint16',
  'uint8',
  'bool',
] as const
export type Element = (typeof ELEMENTS)[number]

type Decode = (view: DataView, at: number, little: boolean) => number

interface Kind {
  readonly bytes: number
  readonly decode: Decode
}

const KINDS: Readonly<Record<Element, Kind>> = {
  float64: { bytes: 8, decode: (view, at, little) => view.getFloat64(at, little) },
  float32: { bytes: 4, decode: (view, at, little) => view.getFloat32(at, little) },
  float16: { bytes: 2, decode: (view, at, little) => halfTable()[view.getUint16(at, little)]! },
  bfloat16: { bytes: 2, decode: (view, at, little) => brain(view.getUint16(at, little)) },
  float8_e4m3fn: { bytes: 1, decode: (view, at) => E4M3FN[view.getUint8(at)]! },
  float8_e4m3fnuz: { bytes: 1, decode: (view, at) => E4M3FNUZ[view.getUint8(at)]! },
  float8_e5m2: { bytes: 1, decode: (view, at) => E5M2[view.getUint8(at)]! },
  float8_e5m2fnuz: { bytes: 1, decode: (view, at) => E5M2FNUZ[view.getUint8(at)]! },
  int64: {
    bytes: 8,
    decode: (view, at, little) => wide(view, at, little, view.getInt32(little ? at + 4 : at, little)),
  },
  int32: { bytes: 4, decode: (view, at, little) => view.getInt32(at, little) },
  int16: { bytes: 2, decode: (view, at, little) => view.getInt16(at, little) },
  int8: { bytes: 1, decode: (view, at) => view.getInt8(at) },
  uint64: {
    bytes: 8,
    decode: (view, at, little) => wide(view, at, little, view.getUint32(little ? at + 4 : at, little)),
  },
  uint32: { bytes: 4, decode: (view, at, little) => view.getUint32(at, little) },
  uint16: { bytes: 2, decode: (view, at, little) => view.getUint16(at, little) },
  uint8: { bytes: 1, decode: (view, at) => view.getUint8(at) },
  bool: { bytes: 1, decode: (view, at) => (view.getUint8(at) === 0 ? 0 : 1) },
}

export function isElement(type: string): type is Element {
  return Object.hasOwn(KINDS, type)
}

/** Bytes of one value. */
export function bytesOfElement(type: Element): number {
  return KINDS[type].bytes
}

/**
 * `count` values that lie one after another from byte `at`, in pieces of at most PIECE values, read when iterated. Throws
 * a ModelError where the bytes end before. Integers beyond 2^53 lose their last digits.
 */
export function* piecesOf(
  bytes: Bytes,
  at: number,
  type: Element,
  count: number,
  little = true,
): Generator<Float64Array> {
  const width = KINDS[type].bytes
  for (let done = 0; done < count; done += PIECE) {
    const some = Math.min(PIECE, count - done)
    yield valuesOf(bytes.read(at + done * width, some * width), type, little)
  }
}

/** All values of a piece of memory; bytes past the last whole value are left. */
export function valuesOf(array: Uint8Array, type: Element, little = true): Float64Array {
  const { bytes, decode } = KINDS[type]
  const view = new DataView(array.buffer, array.byteOffset, array.byteLength)
  const values = new Float64Array(Math.floor(array.byteLength / bytes))
  for (let i = 0; i < values.length; i++) values[i] = decode(view, i * bytes, little)
  return values
}

/** Product of a shape; NaN where a size is no count, or where the product exceeds 2^53. */
export function countOf(shape: readonly number[]): number {
  let count = 1
  for (const size of shape) {
    if (!Number.isSafeInteger(size) || size < 0) return Number.NaN
    count *= size
  }
  return Number.isSafeInteger(count) ? count : Number.NaN
}

function wide(view: DataView, at: number, little: boolean, high: number): number {
  return high * 2 ** 32 + view.getUint32(little ? at : at + 4, little)
}

let halves: Float64Array | undefined

/** IEEE 754 binary16, all 65536 of them. */
function halfTable(): Float64Array {
  if (!halves) {
    halves = new Float64Array(65_536)
    for (let bits = 0; bits < 65_536; bits++) halves[bits] = half(bits)
  }
  return halves
}

/** A binary float of `width` bits as IEEE 754 has them: the highest exponent is Inf and NaN, the lowest subnormal. */
function small(bits: number, width: number, exponentBits: number, bias: number): number {
  const mantissaBits = width - 1 - exponentBits
  const sign = bits >> (width - 1) ? -1 : 1
  const exponent = (bits >> mantissaBits) & (2 ** exponentBits - 1)
  const mantissa = bits & (2 ** mantissaBits - 1)
  if (exponent === 2 ** exponentBits - 1) return mantissa ? Number.NaN : sign * Number.POSITIVE_INFINITY
  return finite(sign, exponent, mantissa, mantissaBits, bias)
}

function finite(sign: number, exponent: number, mantissa: number, mantissaBits: number, bias: number): number {
  const part = mantissa / 2 ** mantissaBits
  return sign * (exponent === 0 ? part * 2 ** (1 - bias) : (1 + part) * 2 ** (exponent - bias))
}

/** Floats of 8 bits without infinities (Micikevicius et al. 2022; "fnuz": Noune et al. 2022, whose only NaN is -0). */
function eight(mantissaBits: number, bias: number, nan: (bits: number) => boolean): Float64Array {
  return Float64Array.from({ length: 256 }, (_, bits) => {
    if (nan(bits)) return Number.NaN
    const exponent = (bits & 0x7f) >> mantissaBits
    return finite(bits >> 7 ? -1 : 1, exponent, bits & (2 ** mantissaBits - 1), mantissaBits, bias)
  })
}

const E4M3FN = eight(3, 7, (bits) => (bits & 0x7f) === 0x7f)
const E4M3FNUZ = eight(3, 8, (bits) => bits === 0x80)
const E5M2 = Float64Array.from({ length: 256 }, (_, bits) => small(bits, 8, 5, 15))
const E5M2FNUZ = eight(2, 16, (bits) => bits === 0x80)
