// Values far outside what a column's own shape allows: skew is taken away first, so that a long tail is no outlier.

import { countedRuns, quantileOf } from './sorted.ts'

export interface OutlyingCells {
  readonly count: number
  /** the farthest value, and its distance from the middle in standard deviations of the shape */
  readonly farthest: number
  readonly score: number
}

/** From this distance on, in standard deviations of the column's shape, a value is outlying. */
export const APART = 6
/** 95 % quantile of a normal distribution. */
const Z95 = 1.6449
const DISTINCT = 10
/** Fewer values do not tell the shape of their tails. */
const ROWS = 50
/** A distribution is skewed where its tails differ by this share. */
const SKEW = 0.1

/** Looks at sorted, finite values; undefined for columns of few values. */
export function outlyingCells(values: Float64Array): OutlyingCells | undefined {
  if (values.length < ROWS || countedRuns(values, 0).distinct < DISTINCT) return undefined
  const score = scorer(values)
  if (!score) return undefined
  let [count, farthest, most] = [0, Number.NaN, 0]
  for (const value of values) {
    const own = Math.abs(score(value))
    if (own > APART) count++
    if (own > most) [farthest, most] = [value, own]
  }
  return { count, farthest, score: most }
}

/** How far a value lies from the middle of sorted ones; undefined where the column hardly varies. */
export function scorer(values: Float64Array): ((value: number) => number) | undefined {
  const [low, middle, high] = [0.05, 0.5, 0.95].map((share) => quantileOf(values, share)) as [number, number, number]
  const [below, above] = [middle - low, high - middle]
  if (!(below > 0) && !(above > 0)) return undefined
  // half of the rows hold one value (no rain, the border of a picture): the rest has no shape that 5 % could tell
  if (!(below > 0) || !(above > 0)) return undefined
  if (Math.abs(above - below) < SKEW * (above + below)) {
    const scale = (high - low) / (2 * Z95)
    return (value) => (value - middle) / scale
  }
  // log(x - c), or its mirror, with c such that the three quantiles become symmetric
  const sign = above > below ? 1 : -1
  const centre = (low * high - middle * middle) / (low + high - 2 * middle)
  const log = (value: number) => Math.log(Math.max(sign * (value - centre), 1e-300))
  const [a, b, c] = [log(low), log(middle), log(high)]
  const scale = Math.abs(c - a) / (2 * Z95)
  const plain = (high - low) / (2 * Z95)
  return (value) => {
    const inside = sign * (value - centre) > 0
    // beyond the bound of the logarithm, on the short side, the plain distance counts
    return inside ? (sign * (log(value) - b)) / scale : (value - middle) / plain
  }
}
