// A long curve as a short one: means and extremes of consecutive points, so that no spike is lost on the way.
import { type Column, present } from './column.ts'

/** Columns of equal length, one entry a bin; bins without a finite pair are left out. */
export interface Bins {
  /** Mean position. */
  readonly x: Float64Array
  readonly mean: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly first: Float64Array
  readonly last: Float64Array
  /** Finite pairs in the bin. */
  readonly count: Float64Array
  /** Pairs of the whole curve with a member that is not finite. */
  readonly nonFinite: number
}

/**
 * At most `n` bins of consecutive points, equal in points (by index, not by x; sizes differ by one at most).
 * @param x positions, same length as `y` (of unequal columns only the common part is read)
 * @param y values
 * @param n how many bins at most, 1 or more
 */
export function bins(x: Column, y: Column, n: number): Bins {
  const points = Math.min(x.length, y.length)
  const most = Math.min(points, Math.max(1, Math.floor(n)))
  const column = () => new Float64Array(most)
  const all = { x: column(), mean: column(), min: column(), max: column(), first: column(), last: column() }
  const count = column()
  let used = 0
  let finite = 0
  for (let bin = 0; bin < most; bin++) {
    const to = Math.floor(((bin + 1) * points) / most)
    for (let i = Math.floor((bin * points) / most); i < to; i++) {
      const value = y[i]
      if (!present(value) || !present(x[i])) continue
      const k = ++count[used]!
      all.x[used]! += (x[i]! - all.x[used]!) / k
      all.mean[used]! += (value - all.mean[used]!) / k
      all.min[used] = k === 1 ? value : Math.min(all.min[used]!, value)
      all.max[used] = k === 1 ? value : Math.max(all.max[used]!, value)
      if (k === 1) all.first[used] = value
      all.last[used] = value
    }
    finite += count[used]!
    if (count[used]! > 0) used++
  }
  const cut = (values: Float64Array) => values.slice(0, used)
  const { mean, min, max, first, last } = all
  return {
    x: cut(all.x),
    mean: cut(mean),
    min: cut(min),
    max: cut(max),
    first: cut(first),
    last: cut(last),
    count: cut(count),
    nonFinite: points - finite,
  }
}
