// Does a curve rise or fall, and how steeply: Mann-Kendall and Theil-Sen, neither fooled by spikes or by correlation.
import { autocorrelation, inflation, ofKendall } from './autocorrelation.ts'
import { bins } from './bins.ts'
import { type Column, finite, indexed } from './column.ts'
import { coarseMonotone } from './monotone.ts'
import { normalQuantile, twoSided } from './normal.ts'
import { quantileInPlace, select } from './quantile.ts'
import { ranks } from './ranks.ts'

/** The answer of a trend test. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly s: number
  /** `s` in standard deviations (continuity-corrected), above 0 for a rise. */
  readonly z: number
  /** Two-sided p value of no trend. */
  readonly p: number
  /** Kendall's tau-b, -1..1. */
  readonly tau: number
}

/** A robust straight line. */
export interface Line {
  /** Median of the slopes between all pairs of points, in y per x. */
  readonly slope: number
  /** Median of y - slope * x. */
  readonly intercept: number
  /** Lower end of the 95 % interval of the slope; -Infinity where there are too few points for one. */
  readonly low: number
  /** Upper end of the 95 % interval of the slope; Infinity where there are too few points for one. */
  readonly high: number
}

/** Number of pairs i < j with y[i] > y[j], by merge sort (Knight 1966); sorts `a`. */
function inversions(a: Float64Array): number {
  let from: Float64Array = a
  let into: Float64Array = new Float64Array(a.length)
  let count = 0
  for (let width = 1; width < a.length; width *= 2) {
    for (let start = 0; start < a.length; start += 2 * width) {
      const middle = Math.min(start + width, a.length)
      const end = Math.min(start + 2 * width, a.length)
      let i = start
      let j = middle
      for (let k = start; k < end; k++) {
        const right = j < end && (i >= middle || from[j]! < from[i]!)
        if (right) count += middle - i
        into[k] = right ? from[j++]! : from[i++]!
      }
    }
    ;[from, into] = [into, from]
  }
  return count
}

/** Variance of Kendall's S without correlation, ties corrected (Kendall 1970). */
function varianceOfS(n: number, ties: readonly number[]): number {
  const term = (t: number) => t * (t - 1) * (2 * t + 5)
  return (term(n) - ties.reduce((sum, t) => sum + term(t), 0)) / 18
}

/**
 * By how much correlation of the residuals multiplies the variance of S (Hamed & Rao 1998). The residuals are about a
 * coarse monotone curve, not about a line, so that the bend of a loss does not pass for correlation.
 * @param direction sign of the trend
 */
function correlated(y: Float64Array, direction: number): number {
  const shape = coarseMonotone(y, direction)
  const rounding = 1e-12 * y.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
  const rest = y.map((v, i) => (Math.abs(v - shape[i]!) <= rounding ? 0 : v - shape[i]!))
  return inflation(autocorrelation(ranks(rest).rank), rest.length, ofKendall)
}

/** All slopes between points of different x. */
function slopes(x: Float64Array, y: Float64Array): Float64Array {
  const all = new Float64Array((x.length * (x.length - 1)) / 2)
  let count = 0
  for (let i = 1; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const run = x[i]! - x[j]!
      if (run !== 0) all[count++] = (y[i]! - y[j]!) / run
    }
  }
  return all.subarray(0, count)
}

/** The points themselves if there are at most `most`, else the means of that many bins. */
function reduced(x: Float64Array, y: Float64Array, most: number): { x: Float64Array; y: Float64Array } {
  if (x.length <= most) return { x, y }
  const means = bins(x, y, most)
  return { x: means.x, y: means.mean }
}

/**
 * Mann's (1945) and Kendall's test of a monotone trend, ties corrected, in n log n. The variance is corrected for the
 * autocorrelation of the detrended ranks (Hamed & Rao 1998; detrending first: Yue & Wang 2004), upwards only. Below some
 * 50 points correlation above 0.5 cannot be told from a trend.
 * @param y values in order; non-finite ones are skipped
 * @returns z 0 and p 1 below 3 finite values and for a constant
 */
export function mannKendall(y: Column): MannKendall {
  const values = indexed(y).y
  const n = values.length
  const { ties } = ranks(values)
  const pairs = (n * Math.max(0, n - 1)) / 2
  const untied = ties.reduce((rest, t) => rest - (t * (t - 1)) / 2, pairs)
  const s = untied - 2 * inversions(values.slice())
  const tau = untied > 0 ? s / Math.sqrt(untied * pairs) : 0
  if (n < 3 || untied === 0) return { s, z: 0, p: 1, tau }
  const variance = varianceOfS(n, ties) * correlated(values, Math.sign(s))
  const z = (s - Math.sign(s)) / Math.sqrt(variance)
  return { s, z, p: twoSided(z), tau }
}

/**
 * The line of Theil (1950) and Sen (1968): the median slope between all pairs, with the 95 % interval that inverts
 * Kendall's test, widened for autocorrelation as in {@link mannKendall}. Points of equal x are not paired.
 * @param x positions; pairs with a non-finite member are skipped
 * @param y values
 * @param most exact up to this many points, else on that many bins of means
 * @returns slope 0, interval unbounded, where no two points differ in x; intercept 0 for no points
 */
export function theilSen(x: Column, y: Column, most = 1000): Line {
  const all = finite(x, y)
  const few = reduced(all.x, all.y, Math.max(2, most))
  const between = slopes(few.x, few.y)
  const n = between.length
  const none = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
  if (n === 0) return { slope: 0, intercept: few.y.length === 0 ? 0 : quantileInPlace(few.y.slice(), 0.5), ...none }
  const slope = quantileInPlace(between, 0.5)
  const rest = few.y.map((v, i) => v - slope * few.x[i]!)
  const intercept = quantileInPlace(rest, 0.5)
  const variance = varianceOfS(few.y.length, ranks(few.y).ties) * correlated(few.y, Math.sign(slope))
  const reach = normalQuantile(0.975) * Math.sqrt(variance)
  const below = Math.round((n - reach) / 2) - 1
  const above = n - 1 - below
  if (below < 0) return { slope, intercept, ...none }
  return { slope, intercept, low: select(between, below), high: select(between, above) }
}
