// Columns of numbers, and the part of a column that can be computed with.

/** Any indexed run of numbers: `number[]`, `Float64Array` and their like. The index is the position, from 0. */
export type Column = ArrayLike<number>

/** Beyond this size squares and sums of squares may overflow, so such a value is as good as infinite. */
const LARGEST = 1e100

/** True for a number that takes part in arithmetic: finite and within ±1e100. */
export function present(value: number | undefined): value is number {
  return value !== undefined && value >= -LARGEST && value <= LARGEST
}

/**
 * The pairs of which both members are present, in order.
 * @param x positions, same length as `y` (of unequal columns only the common part is read)
 * @param y values
 * @returns two dense columns of equal length, and how many of the common pairs were dropped; empty for empty input
 */
export function finite(x: Column, y: Column): { x: Float64Array; y: Float64Array; dropped: number } {
  const n = Math.min(x.length, y.length)
  const xs = new Float64Array(n)
  const ys = new Float64Array(n)
  let kept = 0
  for (let i = 0; i < n; i++) {
    if (!present(x[i]) || !present(y[i])) continue
    xs[kept] = x[i]!
    ys[kept++] = y[i]!
  }
  return { x: xs.slice(0, kept), y: ys.slice(0, kept), dropped: n - kept }
}

/**
 * The present values of one column with the positions they stood at.
 * @returns `index` (positions in `y`), `y` (dense values), `dropped` (how many were not finite)
 */
export function indexed(y: Column): { index: Float64Array; y: Float64Array; dropped: number } {
  const index = new Float64Array(y.length)
  for (let i = 0; i < index.length; i++) index[i] = i
  const kept = finite(index, y)
  return { index: kept.x, y: kept.y, dropped: kept.dropped }
}

/**
 * Natural logarithms if every finite value is above 0 (a spike of a loss is a factor, not a summand), else a copy.
 * Non-finite entries stay as they are. A column without a finite value is copied, `log` false.
 */
export function logOrLinear(y: Column): { y: Float64Array; log: boolean } {
  const copy = Float64Array.from(y)
  let any = false
  for (const value of copy) {
    if (!Number.isFinite(value)) continue
    if (value <= 0) return { y: copy, log: false }
    any = true
  }
  if (!any) return { y: copy, log: false }
  return { y: copy.map((value) => (Number.isFinite(value) ? Math.log(value) : value)), log: true }
}
