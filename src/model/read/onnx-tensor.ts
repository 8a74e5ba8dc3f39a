// A tensor of an ONNX file: where its values lie (raw, in lists of numbers, in a file beside it) and how they are read.

import { PIECE, type Tensor } from '../opened.ts'
import { type Beside, said } from './beside.ts'
import { type Bytes, damaged } from './file.ts'
import { addVarints, type Field, textIn, varintsOf, type Walk } from './message.ts'
import { bytesOfElement, countOf, type Element, isElement, piecesOf } from './numbers.ts'

/** Names of `TensorProto.DataType`, by number. Source: onnx/onnx.proto3. */
const TYPES: readonly string[] =
  `undefined float32 uint8 int8 uint16 int16 int32 int64 string bool float16 float64 uint32
  uint64 complex64 complex128 bfloat16 float8_e4m3fn float8_e4m3fnuz float8_e5m2 float8_e5m2fnuz uint4 int4 float4_e2m1`.split(
    /\s+/,
  )
const MOST_AXES = 64
const LENGTH = 2

export function typeOfOnnx(number: number): string {
  return TYPES[number] ?? `type ${number}`
}

interface Stored {
  name: string
  type: number
  readonly shape: number[]
  raw?: Field
  /** the typed lists: numbers of bytes as they are, or varints */
  readonly lists: Field[]
  readonly external: Map<string, string>
  outside: boolean
}

/** Reads one TensorProto. Its values are read when asked for; that all of them are there is seen to at once. */
export function tensorOfOnnx(bytes: Bytes, walk: Walk, at: Field, files: Beside): Tensor {
  const told: Stored = { name: '', type: 0, shape: [], lists: [], external: new Map(), outside: false }
  for (const field of walk(at.start, at.stop)) take(bytes, walk, field, told)
  const { name, shape } = told
  const type = typeOfOnnx(told.type)
  const count = countOf(shape)
  if (Number.isNaN(count)) throw damaged(bytes, `tensor ${said(name)} has the shape [${shape.join(', ')}]`)
  if (!isElement(type)) return { name, type, shape }
  return { name, type, shape, pieces: piecesOfStored(bytes, told, type, count, files) }
}

function take(bytes: Bytes, walk: Walk, field: Field, told: Stored): void {
  if (field.field === 1) addVarints(bytes, field, told.shape, MOST_AXES)
  else if (field.field === 2) told.type = field.value
  else if (field.field === 8) told.name = textIn(bytes, field)
  else if (field.field === 9 && field.wire === LENGTH) told.raw = field
  else if (field.field === 13 && field.wire === LENGTH) {
    const [key, value] = pairOf(bytes, walk, field)
    if (told.external.size < 16) told.external.set(key, value)
  } else if (field.field === 14) told.outside = field.value === 1
  else if ([4, 5, 7, 10, 11].includes(field.field)) told.lists.push(field)
}

/** A StringStringEntryProto. */
export function pairOf(bytes: Bytes, walk: Walk, at: Field): readonly [key: string, value: string] {
  let key = ''
  let value = ''
  for (const field of walk(at.start, at.stop)) {
    if (field.field === 1) key = textIn(bytes, field)
    else if (field.field === 2) value = textIn(bytes, field)
  }
  return [key, value]
}

function piecesOfStored(
  bytes: Bytes,
  told: Stored,
  type: Element,
  count: number,
  files: Beside,
): () => Iterable<Float64Array> {
  const width = bytesOfElement(type)
  const lacks = (there: number) =>
    damaged(
      bytes,
      `tensor ${said(told.name)} [${told.shape.join(', ')}] claims ${count * width} bytes and has ${there}`,
    )
  if (told.outside) {
    const file = files.open(told.external.get('location') ?? '')
    const start = Number(told.external.get('offset') ?? 0)
    const there = Number.isSafeInteger(start) && start >= 0 ? Math.max(0, file.size - start) : 0
    if (there < count * width) throw lacks(there)
    return () => piecesOf(file, start, type, count)
  }
  const { raw, lists } = told
  if (raw) {
    if (raw.stop - raw.start !== count * width) throw lacks(raw.stop - raw.start)
    return () => piecesOf(bytes, raw.start, type, count)
  }
  const fixed = type === 'float32' || type === 'float64'
  const held = lists.reduce((sum, field) => sum + (field.wire === 0 ? 1 : field.stop - field.start), 0)
  if (held < (fixed ? count * width : count)) throw lacks(held)
  return fixed ? () => fixedPieces(bytes, lists, type) : () => varintPieces(bytes, lists, type, count)
}

function* fixedPieces(bytes: Bytes, lists: readonly Field[], type: Element): Generator<Float64Array> {
  for (const { start, stop } of lists)
    yield* piecesOf(bytes, start, type, Math.floor((stop - start) / bytesOfElement(type)))
}

/** Numbers of 16 and 8 bits lie in lists of varints as their bits. */
function* varintPieces(bytes: Bytes, lists: readonly Field[], type: Element, count: number): Generator<Float64Array> {
  const decode = bitsOf(type)
  let piece = new Float64Array(Math.min(PIECE, count))
  let at = 0
  let left = count
  for (const field of lists)
    for (const number of field.wire === 0 ? [field.value] : varintsOf(bytes, field.start, field.stop)) {
      if (left === 0) return
      piece[at++] = decode(number)
      left--
      if (at < piece.length) continue
      yield piece
      piece = new Float64Array(Math.min(PIECE, left))
      at = 0
    }
  if (left > 0) throw damaged(bytes, `a tensor lacks ${left} of its ${count} values`)
}

function bitsOf(type: Element): (number: number) => number {
  if (!/float/.test(type)) return (number) => number
  const width = bytesOfElement(type)
  const held = new Uint8Array(width)
  return (number) => {
    for (let byte = 0; byte < width; byte++) held[byte] = Math.floor(number / 256 ** byte) & 255
    const [value] = [...piecesOf({ ...NOWHERE, size: width, read: () => held }, 0, type, 1)]
    return value![0]!
  }
}
const NOWHERE: Bytes = { path: '', format: '', size: 0, read: () => new Uint8Array(0), close: () => {} }
