// Do two columns move together, and does one grow in proportion to the steps.
import { type Column, finite } from './column.ts'
import { ranks } from './ranks.ts'

/** A straight line of least squares through growing values. */
export interface LinearGrowth {
  /** In y per step. */
  readonly slope: number
  /** Share of the variance that the line explains, 0..1. */
  readonly r2: number
  /** The line passes through 0 at step 0: y is a sum that is never reset. */
  readonly proportional: boolean
}

/** Means and central sums of dense pairs, each column divided by its largest size so that squares cannot overflow. */
function moments(x: Float64Array, y: Float64Array) {
  const size = (a: Float64Array) => a.reduce((most, v) => Math.max(most, Math.abs(v)), 0) || 1
  const sx = size(x)
  const sy = size(y)
  const mean = (a: Float64Array, scale: number) => a.reduce((sum, v) => sum + v / scale, 0) / a.length
  const mx = mean(x, sx)
  const my = mean(y, sy)
  let xx = 0
  let yy = 0
  let xy = 0
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! / sx - mx
    const dy = y[i]! / sy - my
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  const rounding = 1e-26 * x.length
  return { sx, sy, mx, my, xx: xx > rounding ? xx : 0, yy: yy > rounding ? yy : 0, xy }
}

/** Pearson's correlation of dense pairs; 0 for a constant. */
function pearson(x: Float64Array, y: Float64Array): number {
  if (x.length < 2) return 0
  const { xx, yy, xy } = moments(x, y)
  return xx === 0 || yy === 0 ? 0 : Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)))
}

/**
 * Pearson's correlation, -1..1.
 * @param a values; pairs with a non-finite member are skipped
 * @param b values at the same positions
 * @returns 0 where nothing can be said: below 2 pairs, or a constant column
 */
export function correlation(a: Column, b: Column): number {
  const pairs = finite(a, b)
  return pearson(pairs.x, pairs.y)
}

/** Spearman's (1904) correlation of the ranks, -1..1, ties sharing their mean rank; else as {@link correlation}. */
export function spearman(a: Column, b: Column): number {
  const pairs = finite(a, b)
  return pearson(ranks(pairs.x).rank, ranks(pairs.y).rank)
}

/**
 * The least-squares line y = intercept + slope * step, and whether it passes through 0 at step 0.
 * @param step positions counted from the start of the run; pairs with a non-finite member are skipped
 * @param y values
 * @param tolerance how far from 0 the intercept may lie to be called 0, as a share of slope * (last step)
 * @returns null below 3 pairs or if all steps are equal
 */
export function linearGrowth(step: Column, y: Column, tolerance = 0.05): LinearGrowth | null {
  const pairs = finite(step, y)
  const n = pairs.x.length
  if (n < 3) return null
  const { sx, sy, mx, my, xx, yy, xy } = moments(pairs.x, pairs.y)
  if (xx === 0) return null
  const slope = xy / xx
  const intercept = my - slope * mx
  const r2 = yy === 0 ? 0 : Math.min(1, (xy / xx / yy) * xy)
  const error = Math.sqrt((Math.max(0, yy - slope * xy) / (n - 2)) * (1 / n + (mx * mx) / xx))
  const reach = Math.abs(slope) * Math.abs(pairs.x[n - 1]! / sx)
  const through = Math.abs(intercept) <= Math.max(2 * error, tolerance * reach)
  return { slope: (slope * sy) / sx, r2, proportional: r2 > 0.5 && through }
}
