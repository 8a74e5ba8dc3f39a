// A frame -> a matrix of plain numbers that simple models take: numbers scaled, words one-hot, prose hashed.

import { quantile } from '../../signal/quantile.ts'
import type { Frame, FrameColumn } from '../sample.ts'

/** Row-major numbers; every value is finite. */
export interface Matrix {
  readonly rows: number
  readonly columns: number
  readonly data: Float32Array
  /** the column of the data that each column of the matrix comes from */
  readonly from: readonly string[]
}

/** Scaled values beyond these are cut, so that one cell does not decide a distance. */
const CUT = 8
/** A column that varies less than this share of what others do is not blown up to their size. */
const LEAST_SHARE = 0.3
const MOST_WORDS = 12
/** A word that fewer rows than this share hold has no column of its own. */
const RARE = 0.01
const HASHED = 64
/** Columns of the matrix at most; the first are kept. */
const MOST_COLUMNS = 512
const MISSING = 0.005

interface Part {
  readonly name: string
  readonly values: Float32Array
}

/** The features of a frame but those left out, scaled by the rows that `fitted` chooses (training). */
export function encode(frame: Frame, fitted: (row: number) => boolean, left: ReadonlySet<string> = new Set()): Matrix {
  const parts: Part[] = []
  const columns = frame.columns.filter((one) => one.role === 'feature' && one.kind !== 'time' && !left.has(one.name))
  const floor = LEAST_SHARE * usualSpread(columns, fitted)
  for (const column of columns) {
    if (parts.length >= MOST_COLUMNS) break
    if (column.words.length === 0) parts.push(...scaled(column, fitted, floor))
    else parts.push(...(column.kind === 'text' ? hashed(column) : oneHot(column)))
  }
  return matrixOf(frame.rows, parts.slice(0, MOST_COLUMNS))
}

export function matrixOf(rows: number, parts: readonly Part[]): Matrix {
  const columns = parts.length
  const data = new Float32Array(rows * columns)
  parts.forEach(({ values }, k) => {
    for (let row = 0; row < rows; row++) data[row * columns + k] = values[row]!
  })
  return { rows, columns, data, from: parts.map((one) => one.name) }
}

/** Thumbnails as a matrix: they are of one scale already. */
export function matrixOfVectors(vectors: Float32Array, rows: number, name: string): Matrix {
  const columns = rows > 0 ? vectors.length / rows : 0
  return { rows, columns, data: vectors, from: Array.from({ length: columns }, () => name) }
}

function chosen(values: Float64Array, fitted: (row: number) => boolean): Float64Array {
  return values.filter((value, row) => Number.isFinite(value) && fitted(row))
}

/** Half the usual spread of whole columns of one unit (pixels, counts); 0 where the columns' units differ. */
function usualSpread(columns: readonly FrameColumn[], fitted: (row: number) => boolean): number {
  const numbers = columns.filter((one) => one.words.length === 0)
  const ranges = numbers.map((one) => bounds(chosen(one.values, fitted))).filter((one) => one.high > one.low)
  if (ranges.length < 8) return 0
  const [low, high] = [Math.min(...ranges.map((one) => one.low)), Math.max(...ranges.map((one) => one.high))]
  const same = ranges.filter((one) => one.low === low || one.high === high).length
  if (same < ranges.length / 2) return 0
  return quantile(
    Float64Array.from(numbers, (one) => moments(chosen(one.values, fitted)).spread).filter((one) => one > 0),
    0.5,
  )
}

function bounds(values: Float64Array): { readonly low: number; readonly high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  return { low, high }
}

export function moments(values: ArrayLike<number>): { readonly mean: number; readonly spread: number } {
  let [sum, square] = [0, 0]
  const n = values.length
  for (let i = 0; i < n; i++) sum += values[i]!
  const mean = n > 0 ? sum / n : 0
  for (let i = 0; i < n; i++) square += (values[i]! - mean) ** 2
  return { mean, spread: n > 1 ? Math.sqrt(square / (n - 1)) : 0 }
}

/** Centre and scale by quartiles, or by moments where half the values are one; missing cells lie at the centre. */
function scaled(column: FrameColumn, fitted: (row: number) => boolean, floor: number): Part[] {
  const known = chosen(column.values, fitted)
  if (known.length === 0) return []
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(known, share)) as [number, number, number]
  const { mean, spread } = moments(known)
  const even = high > low && floor === 0
  const [centre, scale] = even ? [middle, (high - low) / 1.349] : [mean, Math.max(spread, floor)]
  const size = even ? Math.max(scale, spread * LEAST_SHARE) : scale
  if (!(size > 0)) return []
  const values = new Float32Array(column.values.length)
  let missing = 0
  for (let i = 0; i < values.length; i++) {
    const value = column.values[i]!
    if (Number.isNaN(value)) missing++
    else values[i] = Math.max(-CUT, Math.min(CUT, (value - centre) / size))
  }
  const part = { name: column.name, values }
  if (missing <= MISSING * values.length) return [part]
  return [
    part,
    { name: column.name, values: Float32Array.from(column.values, (value) => (Number.isNaN(value) ? 1 : 0)) },
  ]
}

function oneHot(column: FrameColumn): Part[] {
  const counts = new Map<number, number>()
  for (const code of column.values) counts.set(code, (counts.get(code) ?? 0) + 1)
  const codes = column.words
    .map((_, code) => code)
    .filter((code) => (counts.get(code) ?? 0) >= RARE * column.values.length)
    .slice(0, MOST_WORDS)
  return codes.map((code) => ({
    name: column.name,
    values: Float32Array.from(column.values, (value) => (value === code ? 1 : 0)),
  }))
}

/** Words of prose, hashed into a few columns, each the logarithm of its count. */
function hashed(column: FrameColumn): Part[] {
  const parts = Array.from({ length: HASHED }, () => new Float32Array(column.values.length))
  column.values.forEach((code, row) => {
    for (const word of wordsOf(column.words[code] ?? '')) parts[hashOf(word) % HASHED]![row]! += 1
  })
  return parts.map((values) => ({ name: column.name, values: values.map(Math.log1p) }))
}

export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** FNV-1a, 32 bits. */
export function hashOf(word: string, seed = 0x811c9dc5): number {
  let hash = seed
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
