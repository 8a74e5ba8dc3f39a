// A window of values kept in order, so that its median and spread cost little at every shift.
import { MAD_TO_SD } from './quantile.ts'

/** A sorted window of at most `capacity` values. */
export interface SortedWindow {
  /** Adds a value (no NaN). */
  insert(value: number): void
  /** Takes out one value that is in the window. */
  remove(value: number): void
  /** Number of values held. */
  size(): number
  /** Median; 0 when empty. */
  median(): number
  /** Scaled median absolute deviation from the median; 0 when empty. */
  mad(): number
  /** Mean absolute deviation from the median; 0 when empty. */
  spread(): number
}

/** An empty sorted window for `capacity` values. */
export function sortedWindow(capacity: number): SortedWindow {
  const a = new Float64Array(capacity)
  let n = 0
  const place = (value: number): number => {
    let low = 0
    let high = n
    while (low < high) {
      const middle = (low + high) >>> 1
      if (a[middle]! < value) low = middle + 1
      else high = middle
    }
    return low
  }
  const median = () => (n === 0 ? 0 : (a[(n - 1) >> 1]! + a[n >> 1]!) / 2)
  return {
    insert(value) {
      const at = place(value)
      a.copyWithin(at + 1, at, n++)
      a[at] = value
    },
    remove(value) {
      a.copyWithin(place(value), place(value) + 1, n--)
    },
    size: () => n,
    median,
    mad: () => (n === 0 ? 0 : MAD_TO_SD * middleDeviation(a, n, median())),
    spread() {
      let sum = 0
      const centre = median()
      for (let i = 0; i < n; i++) sum += Math.abs(a[i]! - centre)
      return n === 0 ? 0 : sum / n
    },
  }
}

/** Median of |a[i] - centre| for sorted a: walks outwards from the centre, always to the nearer side. */
function middleDeviation(a: Float64Array, n: number, centre: number): number {
  let right = n >> 1
  let left = right - 1
  let before = 0
  let last = 0
  for (let k = 0; k <= n >> 1; k++) {
    before = last
    const below = left >= 0 ? centre - a[left]! : Number.POSITIVE_INFINITY
    const above = right < n ? a[right]! - centre : Number.POSITIVE_INFINITY
    if (below < above) {
      last = below
      left--
    } else {
      last = above
      right++
    }
  }
  return n % 2 === 1 ? last : (before + last) / 2
}

/**
 * Running median over 2 * half + 1 points centred on each point; near the ends the window shrinks evenly on both
 * sides, so a straight line keeps its ends.
 * @param y dense values
 * @returns as many values as `y`
 */
export function runningMedian(y: Float64Array, half: number): Float64Array {
  const n = y.length
  const window = sortedWindow(2 * half + 2)
  const out = new Float64Array(n)
  let from = 0
  let to = 0
  for (let i = 0; i < n; i++) {
    const reach = Math.min(half, i, n - 1 - i)
    while (to <= i + reach) window.insert(y[to++]!)
    while (from < i - reach) window.remove(y[from++]!)
    out[i] = window.median()
  }
  return out
}
