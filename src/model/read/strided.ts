// Values of a tensor that is a view of a storage: in the order of the storage, or gathered by strides.

import { PIECE } from '../opened.ts'
import { type Bytes, damaged } from './file.ts'
import { bytesOfElement, countOf, type Element, piecesOf, valuesOf } from './numbers.ts'

/** Where the values of a tensor lie; offset and strides count values, as PyTorch does. */
export interface View {
  readonly offset: number
  readonly shape: readonly number[]
  readonly stride: readonly number[]
}

/** bytes of a storage that are held to gather from, and values that a view may repeat one */
const MOST_GATHERED = 2 ** 29
const MOST_REPEATED = 2 ** 22

/** Values of the storage that the view reaches over: the last one's place and one more; 0 of an empty view. NaN where the view makes no sense. */
export function reachOf({ offset, shape, stride }: View): number {
  const count = countOf(shape)
  if (Number.isNaN(count) || shape.length !== stride.length || !Number.isSafeInteger(offset) || offset < 0) {
    return Number.NaN
  }
  if (count === 0) return 0
  const last = shape.reduce((sum, size, axis) => sum + (size - 1) * stride[axis]!, offset)
  const forward = stride.every((step) => Number.isSafeInteger(step) && step >= 0)
  return forward && Number.isSafeInteger(last) ? last + 1 : Number.NaN
}

/** Whether `viewPieces` gives the values of a view: it does of all but huge ones that are out of order or repeat values. */
export function canGather(view: View, type: Element): boolean {
  const reach = reachOf(view) - view.offset
  const count = countOf(view.shape)
  return inOrder(view) || (reach * bytesOfElement(type) <= MOST_GATHERED && count <= Math.max(reach, MOST_REPEATED))
}

/** The values in row-major order, in pieces of at most PIECE. `bytes` is the storage; throws a ModelError where it ends before. */
export function viewPieces(bytes: Bytes, view: View, type: Element, little: boolean): Iterable<Float64Array> {
  const reach = reachOf(view)
  if (Number.isNaN(reach)) throw damaged(bytes, 'a tensor has no sensible shape')
  if (inOrder(view)) return piecesOf(bytes, view.offset * bytesOfElement(type), type, countOf(view.shape), little)
  return gathered(bytes, view, type, little, reach)
}

function inOrder({ shape, stride }: View): boolean {
  let step = 1
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (shape[axis] !== 1 && stride[axis] !== step) return countOf(shape) === 0
    step *= shape[axis]!
  }
  return true
}

function* gathered(
  bytes: Bytes,
  { offset, shape, stride }: View,
  type: Element,
  little: boolean,
  reach: number,
): Generator<Float64Array> {
  const width = bytesOfElement(type)
  const held = bytes.read(offset * width, (reach - offset) * width)
  const index = shape.map(() => 0)
  const count = countOf(shape)
  let place = 0
  for (let done = 0; done < count; done += PIECE) {
    const packed = new Uint8Array(Math.min(PIECE, count - done) * width)
    for (let at = 0; at < packed.length; at += width) {
      const from = place * width
      for (let byte = 0; byte < width; byte++) packed[at + byte] = held[from + byte]!
      place = step(index, shape, stride, place)
    }
    yield valuesOf(packed, type, little)
  }
}

/** Moves on to the next value in row-major order; gives its place. */
function step(index: number[], shape: readonly number[], stride: readonly number[], place: number): number {
  let next = place
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    next += stride[axis]!
    index[axis]!++
    if (index[axis]! < shape[axis]!) return next
    next -= shape[axis]! * stride[axis]!
    index[axis] = 0
  }
  return next
}
