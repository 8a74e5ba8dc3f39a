// Pairs of rows that are nearly equal, without comparing all with all: rows that fall into one cell of random projections.

import { gaussian, uniform } from '../../signal/generator.ts'
import { quantile } from '../../signal/quantile.ts'
import type { Matrix } from '../learn/encode.ts'
import { shuffled } from '../learn/folds.ts'
import { nearest } from '../learn/neighbours.ts'

export interface NearPair {
  readonly a: number
  readonly b: number
  /** over the usual distance to the nearest other row */
  readonly distance: number
}

/** A pair is near below this share of the median distance to the nearest other row, at most. */
const NEAR = 0.4
/** In few dimensions rows come as near by chance: so few of them may. */
const BY_CHANCE = 0.001
const ALL = 3_000
const PROBED = 1_000
const TABLES = 10
/** Rows that a cell should hold, about, and that are compared in one at most. */
const CELL = 6
const MOST_IN_CELL = 40
const PAIRS = 200_000

/** Near pairs that are not equal (`same`: rows that hold the very same values). O(n log n). */
export function nearVectors(matrix: Matrix, rows: Int32Array, seed: number): NearPair[] {
  if (rows.length < 10 || matrix.columns < 2) return []
  const { usual, dimension } = usualDistance(matrix, rows, seed)
  if (!(usual > 0)) return []
  const most = Math.min(NEAR, shareNear(dimension)) * usual
  const found = rows.length <= ALL ? byAll(matrix, rows, most) : byCells(matrix, rows, most, seed)
  return found.map((one) => ({ ...one, distance: one.distance / usual })).sort((a, b) => a.distance - b.distance)
}

/** Share of the median distance within which so few of evenly spread rows have a neighbour: 1 - 2^-(r^d) of them have. */
function shareNear(dimension: number): number {
  return (-Math.log2(1 - BY_CHANCE)) ** (1 / Math.max(1, dimension))
}

export interface Usual {
  /** median distance to the nearest other row */
  readonly usual: number
  /** of the surface that the rows lie on */
  readonly dimension: number
}

/**
 * The usual distance among all of `rows`. It is measured in two sets of different size: distances fall as n to the
 * power of -1/d, which gives the dimension d that the data really have, and carries the distance on to many rows.
 */
export function usualDistance(matrix: Matrix, rows: Int32Array, seed: number): Usual {
  const chance = shuffled(rows, seed)
  const at = (size: number) => {
    const base = chance.subarray(0, size)
    const queries = chance.subarray(0, Math.min(size, PROBED))
    const distances = Float64Array.from(nearest(matrix, queries, base, 1).distance)
    return quantile(
      distances.filter((one) => Number.isFinite(one) && one > 0),
      0.5,
    )
  }
  const size = Math.min(rows.length, ALL)
  const [small, large] = [at(Math.ceil(size / 4)), at(size)]
  const power = Math.max(0.01, Math.log(small / large) / Math.log(4))
  return { usual: large * (rows.length / size) ** -power, dimension: 1 / power }
}

function byAll(matrix: Matrix, rows: Int32Array, most: number): NearPair[] {
  const { index, distance } = nearest(matrix, rows, rows, 4)
  const out = new Map<string, NearPair>()
  for (let i = 0; i < index.length; i++) {
    const [a, b] = [rows[Math.floor(i / 4)]!, index[i]!]
    if (b >= 0 && distance[i]! > 0 && distance[i]! <= most)
      out.set(a < b ? `${a} ${b}` : `${b} ${a}`, { a: Math.min(a, b), b: Math.max(a, b), distance: distance[i]! })
  }
  return [...out.values()]
}

function byCells(matrix: Matrix, rows: Int32Array, most: number, seed: number): NearPair[] {
  const out = new Map<number, NearPair>()
  const next = gaussian(seed)
  const shift = uniform(seed + 1)
  // a near pair differs along a random direction by about its distance over the root of the columns
  const width = (8 * most) / Math.sqrt(matrix.columns)
  for (let table = 0; table < TABLES && out.size < PAIRS; table++) {
    const keys = cellsOf(matrix, rows, width, next, shift)
    const order = Array.from({ length: rows.length }, (_, i) => i).sort((a, b) => keys[a]! - keys[b]!)
    compareCells(matrix, rows, keys, order, most, out)
  }
  return [...out.values()]
}

/** A key for the cell of each row; directions are added until a cell holds few rows. */
function cellsOf(
  matrix: Matrix,
  rows: Int32Array,
  width: number,
  next: () => number,
  shift: () => number,
): Float64Array {
  const keys = new Float64Array(rows.length)
  for (let direction = 0; direction < 16; direction++) {
    const along = Float32Array.from({ length: matrix.columns }, next)
    const length = Math.hypot(...along) || 1
    const start = shift()
    for (let i = 0; i < rows.length; i++) {
      let sum = 0
      const at = rows[i]! * matrix.columns
      for (let c = 0; c < matrix.columns; c++) sum += along[c]! * matrix.data[at + c]!
      const cell = Math.floor((sum * Math.sqrt(matrix.columns)) / length / Math.sqrt(matrix.columns) / width + start)
      keys[i] = mix(keys[i]!, cell)
    }
    if (occupancy(keys) <= CELL) break
  }
  return keys
}

/** Rows that share the cell of a row, on average, seen in a part of the rows. */
function occupancy(keys: Float64Array): number {
  const sorted = keys.slice().sort()
  let [sum, run] = [0, 1]
  for (let i = 1; i <= sorted.length; i++) {
    if (i < sorted.length && sorted[i] === sorted[i - 1]) run++
    else {
      sum += run * run
      run = 1
    }
  }
  return sum / sorted.length
}

/** Two whole numbers into one of 52 bits. */
function mix(key: number, cell: number): number {
  const high = Math.imul((key / 2 ** 26) ^ cell, 0x9e3779b1) ^ Math.imul(key | 0, 0x85ebca6b)
  const low = Math.imul((key | 0) ^ (cell + 0x7f4a7c15), 0xc2b2ae35) ^ (high >>> 13)
  return (high >>> 6) * 2 ** 26 + (low >>> 6)
}

function compareCells(
  { columns, data }: Matrix,
  rows: Int32Array,
  keys: Float64Array,
  order: readonly number[],
  most: number,
  out: Map<number, NearPair>,
): void {
  const limit = most * most
  for (let i = 0; i < order.length; i++) {
    const a = rows[order[i]!]!
    for (let j = i + 1; j < order.length && j <= i + MOST_IN_CELL && keys[order[j]!] === keys[order[i]!]; j++) {
      const b = rows[order[j]!]!
      let sum = 0
      for (let c = 0; c < columns && sum <= limit; c++) sum += (data[a * columns + c]! - data[b * columns + c]!) ** 2
      if (sum > 0 && sum <= limit && out.size < PAIRS) {
        const [low, high] = a < b ? [a, b] : [b, a]
        out.set(low * 0x4000000 + high, { a: low, b: high, distance: Math.sqrt(sum) })
      }
    }
  }
}
