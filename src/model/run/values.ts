// What a graph takes and gives: the shape of a row in each input, and numbers as the types of tensors and back.

import type { InferenceSession } from 'onnxruntime-common'
import { ModelError } from '../model-error.ts'
import { bytesOf } from '../read/file.ts'
import { piecesOf } from '../read/numbers.ts'

/** One input of a graph. */
export interface Port {
  readonly name: string
  readonly type: string
  /** of one row, without the axis of rows */
  readonly shape: readonly number[]
  /** values of one row */
  readonly width: number
  /** whether there is an axis of rows; a port without one takes a row a run */
  readonly batched: boolean
  /** rows that one run takes, where the graph says how many */
  readonly fixed?: number
}

/** Values that one run takes at most: 64 MiB. */
const MOST_VALUES = 2 ** 24

type Metadata = InferenceSession.ValueMetadata
export type Typed =
  | Float32Array
  | Float64Array
  | BigInt64Array
  | BigUint64Array
  | Int32Array
  | Uint32Array
  | Int16Array
  | Uint16Array
  | Int8Array
  | Uint8Array

const CASTS: Readonly<Record<string, (rows: Float32Array) => Typed>> = {
  float32: (rows) => rows,
  float64: (rows) => new Float64Array(rows),
  float16: (rows) => Uint16Array.from(rows, half),
  int64: (rows) => BigInt64Array.from(rows, (one) => BigInt(whole(one))),
  uint64: (rows) => BigUint64Array.from(rows, (one) => BigInt(whole(one))),
  int32: (rows) => Int32Array.from(rows, whole),
  uint32: (rows) => Uint32Array.from(rows, whole),
  int16: (rows) => Int16Array.from(rows, whole),
  uint16: (rows) => Uint16Array.from(rows, whole),
  int8: (rows) => Int8Array.from(rows, whole),
  uint8: (rows) => Uint8Array.from(rows, whole),
  bool: (rows) => Uint8Array.from(rows, (one) => (one === 0 ? 0 : 1)),
}

/**
 * The inputs of a graph as parts of a row. An axis that the graph leaves open (also by a name) is the axis of rows where it
 * comes first; one other may be open if `features`, the values of a row, is given. Throws ModelError `run`.
 */
export function portsOf(path: string, inputs: readonly Metadata[], features?: number): readonly Port[] {
  const refuse = (message: string) => new ModelError('model.error.run', { path, message })
  const tensors = inputs.map((one) => {
    if (!one.isTensor) throw refuse(`its input ${one.name} is no tensor`)
    if (!(one.type in CASTS)) throw refuse(`its input ${one.name} holds ${one.type}s, no numbers`)
    return { name: one.name, type: String(one.type), axes: one.shape.map(axis) }
  })
  if (tensors.length === 0) throw refuse('it has no inputs')
  const open = tensors.flatMap(({ axes }) => axes.slice(1)).filter((one) => one === undefined).length
  const known = tensors.reduce((sum, { axes }) => sum + product(axes.slice(1)), 0)
  if (open > 1 || (open === 1 && (features === undefined || tensors.length > 1)))
    throw refuse(`how many values a row has is left open: ${tensors.map(shown).join(', ')}`)
  const rest = (features ?? 0) / known
  if (open === 1 && !(Number.isInteger(rest) && rest > 0))
    throw refuse(`rows of ${features} values do not fit its input ${tensors.map(shown).join(', ')}`)
  const ports = tensors.map((one) => portOf(one, rest, tensors.length))
  const claimed = ports.reduce((sum, one) => sum + one.width * (one.fixed ?? 1), 0)
  if (claimed > MOST_VALUES)
    throw new ModelError('model.error.limit', { path, what: `${claimed} values a run`, most: MOST_VALUES })
  return ports
}

interface Declared {
  readonly name: string
  readonly type: string
  readonly axes: readonly (number | undefined)[]
}

function portOf({ name, type, axes }: Declared, open: number, among: number): Port {
  // one axis: the rows where it is open or there are other inputs, else the values of a row
  const batched = axes.length > 1 || (axes.length === 1 && (axes[0] === undefined || among > 1))
  const shape = (batched ? axes.slice(1) : axes).map((one) => one ?? open)
  const fixed = batched && axes[0] !== undefined ? { fixed: axes[0] } : {}
  return { name, type, shape, width: product(shape), batched, ...fixed }
}

/** A number of rows or values; undefined where it is left open, which is a name, or -1 (also read without its sign). */
function axis(one: number | string): number | undefined {
  return typeof one === 'number' && one > 0 && one < 2 ** 32 - 1 ? one : undefined
}

function product(axes: readonly (number | undefined)[]): number {
  return axes.reduce<number>((all, one) => all * (one ?? 1), 1)
}

function shown({ name, axes }: Declared): string {
  return `${name} [${axes.map((one) => one ?? '?').join(', ')}]`
}

/** `count` rows of one port, which starts at `offset` in rows of `width` values, as the type that the graph asks for. */
export function cast(port: Port, rows: Float32Array, count: number, width: number, offset: number): Typed {
  const convert = CASTS[port.type]!
  if (port.width === width) return convert(rows.subarray(0, count * width))
  const own = new Float32Array(count * port.width)
  for (let row = 0; row < count; row++)
    own.set(rows.subarray(row * width + offset, row * width + offset + port.width), row * port.width)
  return convert(own)
}

/**
 * The output to look at: the first, unless it holds classes (whole numbers or words) and a later one holds fractions, as
 * the probabilities that converters of scikit-learn give. Throws ModelError `run`.
 */
export function outputOf(path: string, outputs: readonly Metadata[]): string {
  const refuse = (message: string) => new ModelError('model.error.run', { path, message })
  const fractions = outputs.find((one) => one.isTensor && one.type.startsWith('float'))
  const numbers = outputs.find((one) => one.isTensor && one.type !== 'string')
  // maps from class to probability: ONNX Runtime hands them to Python alone
  if (!fractions && outputs.some((one) => !one.isTensor))
    throw refuse('its probabilities are maps, not a tensor; convert it with the option zipmap=False')
  const chosen = fractions ?? numbers
  if (!chosen) throw refuse('it gives out no numbers')
  return chosen.name
}

/** The values of an output as doubles; undefined for a type that holds no numbers. */
export function numbers(type: string, data: unknown): Float64Array | undefined {
  if (data instanceof Float32Array || data instanceof Float64Array) return new Float64Array(data)
  if (data instanceof BigInt64Array || data instanceof BigUint64Array) return Float64Array.from(data, Number)
  if (!ArrayBuffer.isView(data) || data instanceof DataView) return undefined
  if (type === 'float16') return halves(new Uint8Array(data.buffer, data.byteOffset, data.byteLength))
  if (
    data instanceof Int32Array ||
    data instanceof Uint32Array ||
    data instanceof Int16Array ||
    data instanceof Uint16Array ||
    data instanceof Int8Array ||
    data instanceof Uint8Array
  )
    return new Float64Array(data)
  return undefined
}

function halves(bytes: Uint8Array): Float64Array {
  const out = new Float64Array(bytes.length / 2)
  let at = 0
  for (const piece of piecesOf(bytesOf(bytes), 0, 'float16', out.length)) {
    out.set(piece, at)
    at += piece.length
  }
  return out
}

/** Missing values have no whole number; 0 is what converters pad with. */
function whole(one: number): number {
  return Number.isFinite(one) ? Math.round(one) : 0
}

const [asFloat, asBits] = ((buffer) => [new Float32Array(buffer), new Uint32Array(buffer)] as const)(new ArrayBuffer(4))

/** Bits of the nearest half, ties to even (IEEE 754 binary16). */
export function half(one: number): number {
  asFloat[0] = one
  const bits = asBits[0]!
  const sign = (bits >>> 16) & 0x8000
  const size = Math.abs(one)
  if (Number.isNaN(one)) return sign | 0x7e00
  if (size >= 65520) return sign | 0x7c00
  // below 2^-14 halves are whole multiples of 2^-24
  if (size < 2 ** -14) return sign | evenly(size * 2 ** 24)
  const power = Math.floor(Math.log2(size))
  return sign | (((power + 15) << 10) + evenly((size / 2 ** power - 1) * 1024))
}

function evenly(size: number): number {
  const low = Math.floor(size)
  const rest = size - low
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low
}
