// What comes back: the period of a curve, and the saw-tooth at the borders of its epochs.
import { autocorrelation } from './autocorrelation.ts'
import { type Column, finite, indexed } from './column.ts'
import { noise } from './noise.ts'
import { median, quantile } from './quantile.ts'

/** A period of a curve. */
export interface Period {
  /** In points. */
  readonly lag: number
  /** Autocorrelation at that lag (per pair), 0..1. */
  readonly strength: number
}

/** How a curve moves inside its groups and between them, in the unit of y. */
export interface Sawtooth {
  /** Median change from the first to the last fifth of a group. */
  readonly within: number
  /** Median change from the last fifth of a group to the first fifth of the next. */
  readonly jump: number
  /** Groups of at least 2 finite points. */
  readonly groups: number
  /** Share of borders whose change has the sign of `jump`, 0..1; 0 if `jump` is 0. */
  readonly consistent: number
  /** Robust standard deviation of one point. */
  readonly noise: number
}

/** The curve less its mean over 2 * half + 1 points (fewer, but even, near the ends). */
function lessMean(y: Float64Array, half: number): Float64Array {
  const n = y.length
  const sum = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) sum[i + 1] = sum[i]! + y[i]!
  return y.map((v, i) => {
    const reach = Math.min(half, i, n - 1 - i)
    return v - (sum[i + reach + 1]! - sum[i - reach]!) / (2 * reach + 1)
  })
}

/** The curve less its running mean, twice (Tukey 1977: twicing, for the steep start), what is left cut at 5 deviations. */
function detrended(y: Float64Array, half: number): Float64Array {
  const rest = lessMean(lessMean(y, half), half)
  const limit = (5 / 0.6745) * quantile(rest.map(Math.abs), 0.5) || Number.POSITIVE_INFINITY
  return rest.map((v) => Math.max(-limit, Math.min(limit, v)))
}

/**
 * The period of a curve: the highest peak of the autocorrelation of the detrended series behind its first fall below 0,
 * or a whole fraction of it that is nearly as high.
 * @param y values; non-finite ones are skipped
 * @param lags periods to look for, in points; by default 2 to a third of the curve
 * @returns null below 8 finite values or if no peak stands above what correlated noise shows (Bartlett 1946: 2 standard
 * errors and sqrt(2 ln m) for having looked at m lags that do not depend on each other)
 */
export function period(y: Column, lags?: { readonly min: number; readonly max: number }): Period | null {
  const values = indexed(y).y
  const n = values.length
  if (n < 8) return null
  const max = Math.min(n - 2, Math.floor(lags?.max ?? n / 3))
  const rho = autocorrelation(detrended(values, Math.max(2, max)))
  let first = 1
  let squares = 0
  while (first < n && rho[first]! > 0) squares += rho[first++]! ** 2
  const at = (k: number) => (rho[k]! * n) / (n - k)
  const from = Math.max(2, first, Math.ceil(lags?.min ?? 2))
  const peak = (k: number) => k >= from && k <= max && rho[k]! >= rho[k - 1]! && rho[k]! >= rho[k + 1]!
  let best = 0
  for (let k = from; k <= max; k++) if (peak(k) && (best === 0 || at(k) > at(best))) best = k
  const chance = 2 + Math.sqrt(2 * Math.log(Math.max(1, (max - from + 1) / first)))
  if (best === 0 || rho[best]! < chance * Math.sqrt((1 + 2 * squares) / n)) return null
  for (let part = Math.floor(best / from); part > 1; part--) {
    const near = Math.round(best / part)
    const found = [near, near - 1, near + 1].find((k) => peak(k) && at(k) >= 0.85 * at(best))
    if (found !== undefined) return { lag: found, strength: Math.min(1, at(found)) }
  }
  return { lag: best, strength: Math.min(1, at(best)) }
}

/** Medians of the first and last fifth of each run of equal keys that has at least 2 points. */
function ends(key: Float64Array, y: Float64Array): { first: number; last: number }[] {
  const all: { first: number; last: number }[] = []
  for (let from = 0; from < key.length; ) {
    let to = from + 1
    while (to < key.length && key[to] === key[from]) to++
    const fifth = Math.max(1, Math.floor((to - from) / 5))
    const first = median(y.subarray(from, from + fifth))
    if (to - from > 1) all.push({ first, last: median(y.subarray(to - fifth, to)) })
    from = to
  }
  return all
}

/**
 * The saw-tooth of a curve: a loss that rises inside each epoch and drops at its border, or the reverse, betrays data
 * that come in order or a reset at the border.
 * @param y values; pairs with a non-finite member are skipped
 * @param group the epoch of each point, non-decreasing; groups of a single point are left out
 * @returns null below two groups of at least 2 points
 */
export function sawtooth(y: Column, group: Column): Sawtooth | null {
  const { x: key, y: values } = finite(group, y)
  const all = ends(key, values)
  if (all.length < 2) return null
  const jumps = all.slice(1).map(({ first }, k) => first - all[k]!.last)
  const jump = median(jumps)
  const within = median(all.map(({ first, last }) => last - first))
  const alike = jumps.filter((j) => jump !== 0 && Math.sign(j) === Math.sign(jump)).length
  return { within, jump, groups: all.length, consistent: alike / jumps.length, noise: noise(values).scale }
}
