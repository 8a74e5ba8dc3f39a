// Where a falling curve is heading: the power law a + b * x^-c and the interval of its asymptote.
import { autocorrelation, inflation } from './autocorrelation.ts'
import { type Column, finite } from './column.ts'
import { uniform } from './generator.ts'
import { mad, quantile } from './quantile.ts'

/** A fitted power law. */
export interface PowerLaw {
  /** Asymptote, in the unit of y. */
  readonly a: number
  /** Above 0 for a falling curve. */
  readonly b: number
  /** Exponent, 0.05..4. */
  readonly c: number
  /** The asymptote with its 95 % interval (block bootstrap of residuals). */
  readonly asymptote: { readonly value: number; readonly low: number; readonly high: number }
  /** Root mean square of the residuals of all points, in the unit of y. */
  readonly residual: number
}

/** The points of a fit: at most 200, each the mean of `weight` given ones. */
interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weight: Float64Array
}

/** One exponent with its basis x^-c: `pull` turns values into the slope's numerator, `squares` is its denominator. */
interface Basis {
  readonly c: number
  readonly pull: Float64Array
  readonly squares: number
  readonly mean: number
}

interface Fit {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly error: number
}

const BINS = 200
const EXPONENTS = 60
const LEAST_C = 0.05
const MOST_C = 4
const REPLICATES = 200
const SEED = 20_260_101

/** Weighted mean. */
function meanOf(v: Float64Array, weight: Float64Array): number {
  let sum = 0
  let total = 0
  for (let i = 0; i < v.length; i++) {
    sum += weight[i]! * v[i]!
    total += weight[i]!
  }
  return sum / total
}

function basis({ x, weight }: Points, c: number): Basis {
  const power = x.map((v) => v ** -c)
  const mean = meanOf(power, weight)
  const pull = power.map((v, i) => weight[i]! * (v - mean))
  return { c, pull, squares: pull.reduce((sum, v, i) => sum + v * (power[i]! - mean), 0), mean }
}

/** Weighted least squares of a and b for one exponent: a linear problem. */
function given(one: Basis, y: Float64Array, mean: number): Fit {
  let product = 0
  for (let i = 0; i < y.length; i++) product += one.pull[i]! * (y[i]! - mean)
  const b = one.squares > 0 ? product / one.squares : 0
  return { a: mean - b * one.mean, b, c: one.c, error: -b * product }
}

/** The best exponent of a grid (variable projection: Golub & Pereyra 1973). */
function onGrid(grid: readonly Basis[], y: Float64Array, weight: Float64Array): { best: Fit; at: number } {
  const mean = meanOf(y, weight)
  let at = 0
  let best = given(grid[0]!, y, mean)
  for (let k = 1; k < grid.length; k++) {
    const tried = given(grid[k]!, y, mean)
    if (tried.error >= best.error) continue
    best = tried
    at = k
  }
  return { best, at }
}

/** The asymptote at the lowest point of the parabola through the best exponent of the grid and its neighbours. */
function asymptoteBetween(grid: readonly Basis[], y: Float64Array, weight: Float64Array): number {
  const { best, at } = onGrid(grid, y, weight)
  if (at === 0 || at === grid.length - 1) return best.a
  const mean = meanOf(y, weight)
  const before = given(grid[at - 1]!, y, mean)
  const after = given(grid[at + 1]!, y, mean)
  const bend = before.error - 2 * best.error + after.error
  const shift = bend > 0 ? (before.error - after.error) / (2 * bend) : 0
  return best.a + (shift * (after.a - before.a)) / 2 + (shift * shift * (after.a - 2 * best.a + before.a)) / 2
}

/** The best exponent between the neighbours of the best of the grid, by golden section on its logarithm. */
function polished(grid: readonly Basis[], points: Points): Fit {
  const { at } = onGrid(grid, points.y, points.weight)
  const mean = meanOf(points.y, points.weight)
  const attempt = (logC: number) => given(basis(points, Math.exp(logC)), points.y, mean)
  let low = Math.log(grid[Math.max(0, at - 1)]!.c)
  let high = Math.log(grid[Math.min(grid.length - 1, at + 1)]!.c)
  const ratio = (Math.sqrt(5) - 1) / 2
  for (let i = 0; i < 32; i++) {
    const left = high - ratio * (high - low)
    const right = low + ratio * (high - low)
    if (attempt(left).error < attempt(right).error) high = right
    else low = left
  }
  return attempt((low + high) / 2)
}

/** Residuals in standard units of their weight: those of long bins count for as much as they know. */
const residuals = (law: Fit, { x, y, weight }: Points) =>
  y.map((v, i) => (v - law.a - law.b * x[i]! ** -law.c) * Math.sqrt(weight[i]!))

/** Asymptotes of fits to the curve with its residuals drawn anew in blocks (Kunsch 1989). */
function asymptotes(grid: readonly Basis[], law: Fit, points: Points, random: () => number): number[] {
  const rest = residuals(law, points)
  const n = rest.length
  const length = Math.max(1, Math.min(n >> 2, Math.ceil(2 * inflation(autocorrelation(rest), n)) - 1))
  const widened = Math.sqrt(n / (n - 3))
  const fitted = points.x.map((v) => law.a + law.b * v ** -law.c)
  const y = new Float64Array(n)
  return Array.from({ length: REPLICATES }, () => {
    for (let i = 0; i < n; i += length) {
      const start = Math.floor(random() * (n - length + 1))
      const end = Math.min(n, i + length)
      for (let j = i; j < end; j++) y[j] = fitted[j]! + (widened * rest[start + j - i]!) / Math.sqrt(points.weight[j]!)
    }
    return asymptoteBetween(grid, y, points.weight)
  })
}

/** First indexes of runs of x that grow by at most `factor`. */
function runs(x: Float64Array, factor: number): number[] {
  const starts: number[] = []
  let limit = 0
  for (let i = 0; i < x.length; i++) {
    if (x[i]! <= limit) continue
    starts.push(i)
    limit = x[i]! * factor
  }
  return starts
}

/**
 * At most 200 means of runs of equal growth in x (each point its own up to 200 points): equal runs of steps would bend
 * the steep start of a law.
 */
function condensed(x: Float64Array, y: Float64Array): Points {
  let starts = Array.from(x, (_, i) => i)
  let low = 0
  let high = Math.log(x[x.length - 1]! / x[0]!) + 1
  for (let i = 0; i < 24 && x.length > BINS; i++) {
    const middle = (low + high) / 2
    const tried = runs(x, Math.exp(middle))
    if (tried.length > BINS) low = middle
    else {
      high = middle
      starts = tried
    }
  }
  const ends = starts.map((_, k) => starts[k + 1] ?? x.length)
  const weight = Float64Array.from(starts, (start, k) => ends[k]! - start)
  const mean = (v: Float64Array) =>
    Float64Array.from(starts, (start, k) => v.subarray(start, ends[k]).reduce((sum, w) => sum + w / weight[k]!, 0))
  return { x: mean(x), y: mean(y), weight }
}

/** Finite pairs with x above 0, in order of x, x divided by its largest. */
function prepared(x: Column, y: Column): { x: Float64Array; y: Float64Array; unit: number } {
  const all = finite(x, y)
  const order = Array.from(all.x.keys()).filter((i) => all.x[i]! > 0)
  if (order.some((at, k) => k > 0 && all.x[at]! < all.x[order[k - 1]!]!)) order.sort((p, q) => all.x[p]! - all.x[q]!)
  const unit = order.length === 0 ? 1 : all.x[order[order.length - 1]!]!
  const least = 1e-30 * unit
  const kept = order.filter((i) => all.x[i]! > least)
  return { x: Float64Array.from(kept, (i) => all.x[i]! / unit), y: Float64Array.from(kept, (i) => all.y[i]!), unit }
}

/**
 * The power law a + b * x^-c that fits a curve best by least squares, fitted twice: residuals beyond four robust
 * deviations are cut back in between. The interval comes from refits to the curve with its residuals drawn anew in
 * blocks as long as they are correlated; it knows the noise, not whether the law holds beyond the data.
 * @param x positions above 0 (steps counted from 1); pairs with x <= 0 or a non-finite member are skipped
 * @param y values
 * @param random uniform numbers in [0, 1) for the bootstrap; by default of a fixed seed
 * @returns null below 6 different x
 */
export function powerLaw(x: Column, y: Column, random: () => number = uniform(SEED)): PowerLaw | null {
  const data = prepared(x, y)
  if (new Set(data.x).size < 6) return null
  const points = condensed(data.x, data.y)
  const growth = (MOST_C / LEAST_C) ** (1 / (EXPONENTS - 1))
  const grid = Array.from({ length: EXPONENTS }, (_, k) => basis(points, LEAST_C * growth ** k))
  const rough = residuals(polished(grid, points), points)
  const limit = 4 * mad(rough) || Number.POSITIVE_INFINITY
  const cut = rough.map((r, i) => (Math.abs(r) > limit ? (r - Math.sign(r) * limit) / Math.sqrt(points.weight[i]!) : 0))
  const tame = { ...points, y: points.y.map((v, i) => v - cut[i]!) }
  const law = polished(grid, tame)
  const ends = asymptotes(grid, law, tame, random)
  const low = Math.min(law.a, quantile(ends, 0.025))
  const high = Math.max(law.a, quantile(ends, 0.975))
  let squares = 0
  for (let i = 0; i < data.x.length; i++) squares += (data.y[i]! - law.a - law.b * data.x[i]! ** -law.c) ** 2
  const residual = Math.sqrt(squares / data.x.length)
  return { a: law.a, b: law.b * data.unit ** law.c, c: law.c, asymptote: { value: law.a, low, high }, residual }
}

/**
 * The value of a fitted law at x.
 * @param x position in the unit of the fit; at or below 0 the answer is the limit at 0 (infinite unless b is 0)
 */
export function predict(fit: Pick<PowerLaw, 'a' | 'b' | 'c'>, x: number): number {
  return fit.b === 0 ? fit.a : fit.a + fit.b * Math.max(0, x) ** -fit.c
}
