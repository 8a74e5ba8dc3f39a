// How far validation lies above training, and whether the gap widens.
import { type Column, finite } from './column.ts'
import { median } from './quantile.ts'
import { mannKendall } from './trend.ts'

/** The gap between two aligned curves, in their unit. */
export interface Gap {
  /** Median of val - train over the first max(1, n / 10) pairs. */
  readonly first: number
  /** Median over the last max(1, n / 10) pairs. */
  readonly last: number
  /** Median over all pairs. */
  readonly median: number
  /** Median val over median train at the end: 1 for none (also 0 / 0); infinite where train is 0 and val is not. */
  readonly ratio: number
  /** Mann-Kendall of the gap: z above 0 when it widens, two-sided p. */
  readonly trend: { readonly z: number; readonly p: number }
}

/**
 * The gap val - train of two curves aligned point by point.
 * @param train values; a pair with a non-finite member is skipped
 * @param val values at the same positions (of unequal columns only the common part is read)
 * @returns gaps 0, ratio 1 and no trend if no pair is finite
 */
export function gap(train: Column, val: Column): Gap {
  const pairs = finite(train, val)
  const n = pairs.x.length
  if (n === 0) return { first: 0, last: 0, median: 0, ratio: 1, trend: { z: 0, p: 1 } }
  const between = pairs.y.map((v, i) => v - pairs.x[i]!)
  const share = Math.max(1, Math.floor(n / 10))
  const below = median(pairs.x.subarray(n - share))
  const above = median(pairs.y.subarray(n - share))
  const { z, p } = mannKendall(between)
  return {
    first: median(between.subarray(0, share)),
    last: median(between.subarray(n - share)),
    median: median(between),
    ratio: above === below ? 1 : above / below,
    trend: { z, p },
  }
}
