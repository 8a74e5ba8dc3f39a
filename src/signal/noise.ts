// The noise of a curve: the spread of its fast component, and how far neighbouring points depend on each other.
import { autocorrelation, inflation } from './autocorrelation.ts'
import { type Column, indexed } from './column.ts'
import { MAD_TO_SD, mad, quantileInPlace } from './quantile.ts'
import { runningMedian } from './sorted-window.ts'

/** The noise of a curve. */
export interface Noise {
  /** Robust standard deviation of one point about the smooth curve, in the unit of the curve; 0 for a constant. */
  readonly scale: number
  /** Autocorrelation of neighbouring residuals, -1..1. */
  readonly lag1: number
  /** Number of independent points that the finite points are worth, 0..n. */
  readonly effective: number
}

/** Ratio of standard deviation to mean absolute deviation of a normal sample: sqrt(pi / 2). */
const MEAN_DEVIATION_TO_SD = Math.sqrt(Math.PI / 2)

/**
 * One row of a local quadratic smoother (Savitzky & Golay 1964; tricube weights of Cleveland 1979): the weights of
 * `width` neighbours in the estimate at `centre`, and by what its residual of white noise must be divided.
 */
function smootherRow(width: number, centre: number): { weights: Float64Array; shrink: number } {
  const reach = Math.max(centre, width - 1 - centre) + 1
  const m = [0, 0, 0, 0, 0]
  const kernel = (j: number) => (1 - Math.abs((j - centre) / reach) ** 3) ** 3
  for (let j = 0; j < width; j++) for (let k = 0; k < 5; k++) m[k]! += kernel(j) * ((j - centre) / reach) ** k
  const [s0, s1, s2, s3, s4] = m as [number, number, number, number, number]
  const a = s2 * s4 - s3 * s3
  const b = s2 * s3 - s1 * s4
  const c = s1 * s3 - s2 * s2
  const determinant = s0 * a + s1 * b + s2 * c
  let squares = 0
  const weights = Float64Array.from({ length: width }, (_, j) => {
    const t = (j - centre) / reach
    const weight = (kernel(j) * (a + b * t + c * t * t)) / determinant
    squares += weight * weight
    return weight
  })
  return { weights, shrink: Math.sqrt(1 - 2 * weights[centre]! + squares) }
}

/** Rows by width: at most thirty widths occur. */
const rowsOf = new Map<number, ReturnType<typeof smootherRow>[]>()

function smootherRows(width: number): ReturnType<typeof smootherRow>[] {
  const known = rowsOf.get(width) ?? Array.from({ length: width }, (_, centre) => smootherRow(width, centre))
  rowsOf.set(width, known)
  return known
}

/** Values with what stands far outside its seven neighbours brought back, so that a spike cannot bend the smooth. */
function tame(y: Float64Array): Float64Array {
  const middle = runningMedian(y, 3)
  const limit = 5 * mad(y.map((v, i) => v - middle[i]!))
  return y.map((v, i) => middle[i]! + Math.max(-limit, Math.min(limit, v - middle[i]!)))
}

/** Residuals about the local quadratic smooth, each divided so that white noise keeps its variance. */
function residuals(y: Float64Array): Float64Array {
  const half = Math.max(3, Math.min(32, Math.round(y.length / 12)))
  const width = 2 * half + 1
  const rows = smootherRows(width)
  const clean = tame(y)
  return y.map((value, i) => {
    const from = Math.max(0, Math.min(y.length - width, i - half))
    const { weights, shrink } = rows[i - from]!
    let fit = 0
    for (let j = 0; j < width; j++) fit += weights[j]! * clean[from + j]!
    return (value - fit) / shrink
  })
}

/** Median absolute value, scaled to a standard deviation; the mean one where most are 0 but for rounding (round logs). */
function spread(r: Float64Array, rounding: number): number {
  const sizes = r.map(Math.abs)
  let sum = 0
  for (const size of sizes) sum += size
  const middle = MAD_TO_SD * quantileInPlace(sizes, 0.5)
  const scale = middle > rounding ? middle : (MEAN_DEVIATION_TO_SD * sum) / Math.max(1, r.length)
  return scale > rounding ? scale : 0
}

/** Residuals of up to seven points: second differences over sqrt 6 (von Neumann 1941, one order up). */
function secondDifferences(y: Float64Array): Float64Array {
  return Float64Array.from(
    { length: Math.max(0, y.length - 2) },
    (_, i) => (y[i]! - 2 * y[i + 1]! + y[i + 2]!) / Math.sqrt(6),
  )
}

/**
 * The fast component of a curve. From 8 finite points on: residuals about a local quadratic smooth of 7 to 65 points
 * (a twelfth of the curve on either side at most), their median absolute value, their autocorrelation, and n divided
 * by its integrated time. Below 8: the size of second differences, `lag1` 0, `effective` n. Lines and smooth bends
 * have scale near 0; correlation over more than some 30 points counts as shape, not as noise.
 * @param y values by position; non-finite ones are skipped
 */
export function noise(y: Column): Noise {
  const values = indexed(y).y
  const n = values.length
  const rest = n < 8 ? secondDifferences(values) : residuals(values)
  let largest = 0
  for (const v of values) largest = Math.max(largest, Math.abs(v))
  const scale = spread(rest, 1e-14 * largest)
  if (n < 8 || scale === 0) return { scale, lag1: 0, effective: n }
  const rho = autocorrelation(rest.map((r) => Math.max(-3 * scale, Math.min(3 * scale, r))))
  return { scale, lag1: rho[1]!, effective: n / inflation(rho, n) }
}
