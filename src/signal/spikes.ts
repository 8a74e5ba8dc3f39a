// Points that stand far above what came just before them.
import { type Column, indexed } from './column.ts'
import { MOST_Z } from './minimum.ts'
import { sortedWindow } from './sorted-window.ts'

/** One point far above its past. */
export interface Spike {
  /** Index in the given column. */
  readonly index: number
  readonly value: number
  /** Median of the finite values before it, at most `window` of them. */
  readonly baseline: number
  /** (value - baseline) in robust standard deviations of those values; at most 1e6, which also stands for a constant past. */
  readonly z: number
}

/** A point is judged once this many came before it. */
const PAST = 8

/**
 * Every point whose robust z against the trailing window is at least `least` (median and MAD: Iglewicz & Hoaglin 1993;
 * the mean absolute deviation where more than half of the window is equal). Upward only: negate a column to look for
 * drops, take logarithms of a loss first so that a spike is a factor. The first 8 finite points are never judged.
 * @param y values; non-finite ones are skipped
 * @param window how many values before the point it is held against
 * @param least smallest z to report
 */
export function spikes(y: Column, window = 64, least = 8): readonly Spike[] {
  const { index, y: values } = indexed(y)
  const size = Math.max(PAST, Math.floor(window))
  const past = sortedWindow(size + 1)
  const found: Spike[] = []
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (past.size() >= PAST) {
      const baseline = past.median()
      if (value > baseline) {
        const scale = past.mad() || Math.sqrt(Math.PI / 2) * past.spread()
        const z = Math.min(MOST_Z, (value - baseline) / scale)
        if (z >= least) found.push({ index: index[i]!, value, baseline, z })
      }
    }
    if (past.size() === size) past.remove(values[i - size]!)
    past.insert(value)
  }
  return found
}
