// Pictures that are nearly equal: difference hashes a few bits apart, confirmed by their thumbnails.

import { THUMBNAIL } from '../read/pictures.ts'
import type { NearPair } from './near-vectors.ts'

/** Bits that may differ of 64; four words of 16 bits find every pair up to 3 apart, and most of 4. */
const BITS = 4
/** Mean distance of the thumbnails' values, 0..1. */
const APART = 0.03
/** A hash that so many pictures share says nothing (an even ground). */
const MOST_IN_CELL = 200

export function nearPictures(
  hashes: Uint32Array,
  thumbnails: Float32Array,
  equal: (a: number, b: number) => boolean,
): NearPair[] {
  const count = hashes.length / 2
  const out = new Map<number, NearPair>()
  for (let word = 0; word < 4; word++) {
    const cells = new Map<number, number[]>()
    for (let i = 0; i < count; i++) {
      const key = (hashes[i * 2 + (word >> 1)]! >>> ((word & 1) * 16)) & 0xffff
      const cell = cells.get(key)
      if (!cell) cells.set(key, [i])
      else cell.push(i)
    }
    for (const cell of cells.values()) compare(cell, hashes, thumbnails, equal, out)
  }
  return [...out.values()].sort((a, b) => a.distance - b.distance)
}

function compare(
  cell: readonly number[],
  hashes: Uint32Array,
  thumbnails: Float32Array,
  equal: (a: number, b: number) => boolean,
  out: Map<number, NearPair>,
): void {
  for (const [k, a] of cell.entries())
    for (let j = k + 1; j < cell.length && j <= k + MOST_IN_CELL; j++) {
      const b = cell[j]!
      const bits = ones(hashes[a * 2]! ^ hashes[b * 2]!) + ones(hashes[a * 2 + 1]! ^ hashes[b * 2 + 1]!)
      if (bits > BITS || out.has(a * 0x4000000 + b)) continue
      const distance = apart(thumbnails, a, b)
      if (distance <= APART && !equal(a, b)) out.set(a * 0x4000000 + b, { a, b, distance })
    }
}

function ones(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

function apart(thumbnails: Float32Array, a: number, b: number): number {
  let sum = 0
  for (let i = 0; i < THUMBNAIL; i++) sum += Math.abs(thumbnails[a * THUMBNAIL + i]! - thumbnails[b * THUMBNAIL + i]!)
  return sum / THUMBNAIL
}
