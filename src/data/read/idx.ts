// IDX, the format of MNIST: two zeros, a type, the number of axes, their sizes, then plain numbers, all big-endian.

import { EngineError } from '../engine/engine.ts'
import type { NumberArray } from './numpy.ts'

const SIZE: Readonly<Record<number, number>> = { 8: 1, 9: 1, 11: 2, 12: 4, 13: 4, 14: 8 }

/** Reads one array. Throws an EngineError that names the file where it is shorter than its header says. */
export function readIdx(bytes: Uint8Array, path: string): NumberArray {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [type, axes] = [bytes[2]!, bytes[3]!]
  const size = SIZE[type]
  if (size === undefined || bytes.length < 4 + 4 * axes) throw new EngineError('data.error.idx', { path })
  const shape = Array.from({ length: axes }, (_, i) => view.getUint32(4 + 4 * i))
  const count = shape.reduce((a, b) => a * b, 1)
  const start = 4 + 4 * axes
  if (start + count * size > bytes.length) throw new EngineError('data.error.idx', { path })
  const values = new Float64Array(count)
  for (let i = 0; i < count; i++) values[i] = get(view, type, start + i * size)
  return { shape, values, whole: type < 13 }
}

function get(view: DataView, type: number, at: number): number {
  if (type === 8) return view.getUint8(at)
  if (type === 9) return view.getInt8(at)
  if (type === 11) return view.getInt16(at)
  if (type === 12) return view.getInt32(at)
  return type === 13 ? view.getFloat32(at) : view.getFloat64(at)
}
