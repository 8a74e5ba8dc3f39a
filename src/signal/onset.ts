// Where a validation loss stops falling and starts to rise.
import { type Column, indexed } from './column.ts'
import { rise } from './minimum.ts'
import { mannKendall } from './trend.ts'

/** The turn of a curve. */
export interface Onset {
  /** Index in the given column of the lowest level. */
  readonly index: number
  /** Lowest level: a median of 1 (below 20 points) to 31 points, in the unit of y. */
  readonly best: number
  /** Level at the end. */
  readonly last: number
  /** last - best. */
  readonly rise: number
  /** The rise in standard errors of a difference of levels, less sqrt(2 ln levels) for having picked the lowest. */
  readonly z: number
  /** Mann-Kendall's two-sided p of the points after the minimum; 1 if they do not rise. */
  readonly p: number
}

/**
 * The lowest level of a curve and the rise after it; whether the rise is more than noise is for the caller to judge by
 * `z` and `p`.
 * @param y a validation loss by evaluation; non-finite values are skipped
 * @returns null below 3 finite values, if the lowest level is at the end, or if the end is no higher
 */
export function onset(y: Column): Onset | null {
  const { index, y: values } = indexed(y)
  const low = rise(values)
  if (low === null) return null
  const after = mannKendall(values.subarray(low.index + 1))
  const { best, last, z } = low
  return { index: index[low.index]!, best, last, rise: last - best, z, p: after.s > 0 ? after.p : 1 }
}
