// Where a curve stopped moving: its longest flat end, and how far it came from start to end.
import { type Column, finite, indexed, present } from './column.ts'
import { noise } from './noise.ts'
import { median } from './quantile.ts'
import { type Line, theilSen } from './trend.ts'

/** A flat end of a curve. */
export interface Plateau {
  /** Index in the given column of its first point. */
  readonly from: number
  /** Finite points in it. */
  readonly points: number
  /** Median value, in the unit of y. */
  readonly level: number
  /** Slope in y per x, with its 95 % interval (unbounded below 5 points). */
  readonly slope: number
  readonly low: number
  readonly high: number
  /** Its part of all finite points, 0..1. */
  readonly share: number
}

/** How far a curve came. */
export interface Change {
  /** Median of the first max(1, n / 10) finite points. */
  readonly first: number
  /** Median of the last max(1, n / 10) finite points. */
  readonly last: number
  /** Smallest finite value. */
  readonly best: number
  /** Index of the smallest value in the given column; -1 if no value is finite. */
  readonly bestIndex: number
  /** first - last: above 0 when the curve fell. */
  readonly fall: number
  /** Robust standard deviation of one point. */
  readonly noise: number
}

/** Each suffix of the search is this part of the one before. */
const STEP = 0.8
/** Slopes of a suffix are taken on at most this many bins. */
const BINS = 200

const holdsZero = (line: Line): boolean => line.low <= 0 && line.high >= 0

/**
 * The line through x[from..], if neither the whole nor its halves nor its first quarter has a slope: a valley has none
 * as a whole, and a steep start hides among many flat pairs.
 */
function flat(x: Float64Array, y: Float64Array, from: number): Line | null {
  const part = (a: number, b: number) => theilSen(x.subarray(a, b), y.subarray(a, b), BINS)
  const n = y.length - from
  const whole = part(from, y.length)
  if (!holdsZero(whole)) return null
  const middle = from + Math.floor(n / 2)
  if (n >= 10 && !(holdsZero(part(from, middle)) && holdsZero(part(middle, y.length)))) return null
  if (n >= 20 && !holdsZero(part(from, from + Math.floor(n / 4)))) return null
  return whole
}

/**
 * The longest suffix of at least 3 points whose Theil-Sen interval of the slope (95 %, widened for autocorrelation)
 * contains 0, as do those of its halves (from 10 points) and of its first quarter (from 20). Start points are searched
 * in O(log n): by a factor, then by bisection.
 * @param x positions, for instance steps; pairs with a non-finite member are skipped
 * @param y values
 * @returns null below 3 finite points or if even the last points have a slope; 3 and 4 points never show one
 */
export function plateau(x: Column, y: Column): Plateau | null {
  const all = finite(x, y)
  const n = all.y.length
  if (n < 3) return null
  let good = n
  let bad = n + 1
  let line = flat(all.x, all.y, 0)
  while (line === null && good > 3) {
    bad = good
    good = Math.max(3, Math.floor(good * STEP))
    line = flat(all.x, all.y, n - good)
  }
  if (line === null) return null
  while (bad - good > 1 + good / 50) {
    const middle = Math.floor((good + bad) / 2)
    const tried = flat(all.x, all.y, n - middle)
    if (tried === null) bad = middle
    else {
      line = tried
      good = middle
    }
  }
  const { slope, low, high } = line
  const level = median(all.y.subarray(n - good))
  return { from: originalIndex(x, y, n - good), points: good, level, slope, low, high, share: good / n }
}

/** Index in the given columns of the k-th pair whose members are both finite. */
function originalIndex(x: Column, y: Column, k: number): number {
  let left = k
  for (let i = 0; ; i++) if (present(x[i]) && present(y[i]) && left-- === 0) return i
}

/**
 * First, last and best level of a curve and its noise.
 * @param y values; non-finite ones are skipped
 * @returns all 0 and `bestIndex` -1 if no value is finite
 */
export function change(y: Column): Change {
  const { index, y: values } = indexed(y)
  const n = values.length
  if (n === 0) return { first: 0, last: 0, best: 0, bestIndex: -1, fall: 0, noise: 0 }
  const share = Math.max(1, Math.floor(n / 10))
  const first = median(values.subarray(0, share))
  const last = median(values.subarray(n - share))
  let at = 0
  for (let i = 1; i < n; i++) if (values[i]! < values[at]!) at = i
  return { first, last, best: values[at]!, bestIndex: index[at]!, fall: first - last, noise: noise(values).scale }
}
