// Draws a curve of any length exactly: of each pixel column the first, lowest, highest and last point (M4).
//
// Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation, VLDB 2014.

import { type Blocks, extremesOf } from './blocks.ts'
import type { Numbers } from './decode.ts'

export interface Seen {
  readonly x: readonly number[]
  /** null where the curve is broken: not finite there */
  readonly y: readonly (number | null)[]
  /** where values are NaN or infinite, one position a pixel */
  readonly gaps: readonly number[]
}

/**
 * What a plot of `width` pixels shows of the rows with from <= x <= to, and the nearest row on either side, so that
 * the line runs out of the picture. `x` ascends; rows may share a position.
 */
export function m4(x: Numbers, value: Numbers, blocks: Blocks, from: number, to: number, width: number): Seen {
  const first = Math.max(0, lowerBound(x, from) - 1)
  const last = Math.min(x.length, lowerBound(x, to, true) + 1)
  const seen = { x: [] as number[], y: [] as (number | null)[], gaps: [] as number[] }
  if (last - first <= 4 * width) {
    for (let row = first; row < last; row++) put(seen, x, value, row)
    return seen
  }
  const pixel = (to - from) / width
  let row = first
  while (row < last) {
    const column = Math.floor((x[row]! - from) / pixel)
    const end = Math.max(row + 1, Math.min(last, lowerBound(x, from + (column + 1) * pixel, false, row, last)))
    putColumn(seen, x, value, blocks, row, end)
    row = end
  }
  return seen
}

interface Growing {
  readonly x: number[]
  readonly y: (number | null)[]
  readonly gaps: number[]
}

function putColumn(seen: Growing, x: Numbers, value: Numbers, blocks: Blocks, from: number, to: number): void {
  const { low, high, gap } = extremesOf(value, blocks, from, to)
  const rows = [from, low, high, to - 1, gap].filter((row) => row >= 0).sort((a, b) => a - b)
  let before = -1
  for (const row of rows) {
    if (row !== before) put(seen, x, value, row)
    before = row
  }
}

function put(seen: Growing, x: Numbers, value: Numbers, row: number): void {
  const one = value[row]!
  seen.x.push(x[row]!)
  seen.y.push(Number.isFinite(one) ? one : null)
  if (!Number.isFinite(one)) seen.gaps.push(x[row]!)
}

/** The first row whose position is not below `at` (above it, where `after`). */
export function lowerBound(x: Numbers, at: number, after = false, from = 0, to = x.length): number {
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >> 1
    const one = x[middle]!
    if (one < at || (after && one === at)) low = middle + 1
    else high = middle
  }
  return low
}
