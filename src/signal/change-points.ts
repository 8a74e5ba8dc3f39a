// Where the level of a curve jumps: the best division into constant pieces.
import { bins } from './bins.ts'
import { type Column, indexed } from './column.ts'
import { noise } from './noise.ts'

/** A piece of constant level. */
export interface Segment {
  /** Index of its first point in the given column. */
  readonly from: number
  /** Index after its last point. */
  readonly to: number
  /** Mean of its finite values. */
  readonly mean: number
}

/** How to divide. */
export interface ChangePointOptions {
  /**
   * What a further piece must save, in noise variances; by default 3 ln n (near the BIC of level and place) times the
   * number of points that one independent point stands for.
   */
  readonly penalty?: number
  /** Fewest points (or bins, above 2000 points) in a piece, 2 by default. */
  readonly minLength?: number
}

/** Above this many points their bins are divided instead. */
const MOST = 2000
/** Noise is at least this part of the whole range, so that a noiseless ramp is not cut at every step. */
const LEAST_NOISE = 1e-3

/** First positions of the best pieces: Killick, Fearnhead & Eckley (2012), algorithm PELT, squared error. */
function pelt(y: Float64Array, penalty: number, minLength: number): number[] {
  const n = y.length
  const sum = new Float64Array(n + 1)
  const square = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) {
    sum[i + 1] = sum[i]! + y[i]!
    square[i + 1] = square[i]! + y[i]! * y[i]!
  }
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const before = new Int32Array(n + 1)
  const open = new Int32Array(n + 1)
  const value = new Float64Array(n + 1)
  best[0] = -penalty
  let candidates = 1
  for (let t = minLength; t <= n; t++) {
    for (let k = 0; k < candidates; k++) {
      const s = open[k]!
      const rise = sum[t]! - sum[s]!
      const found = best[s]! - square[s]! - (rise * rise) / (t - s) + square[t]!
      value[k] = found
      if (found + penalty >= best[t]!) continue
      best[t] = found + penalty
      before[t] = s
    }
    let kept = 0
    for (let k = 0; k < candidates; k++) if (value[k]! <= best[t]!) open[kept++] = open[k]!
    const next = t - minLength + 1
    if (next >= minLength) open[kept++] = next
    candidates = kept
  }
  const starts: number[] = []
  for (let t = n; t > 0; t = before[t]!) starts.unshift(before[t]!)
  return starts
}

/** The column in units of its noise about its mean, so that sums of squares keep their digits. */
function standardised(y: Float64Array): { y: Float64Array; effective: number } {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let mean = 0
  for (const v of y) {
    low = Math.min(low, v)
    high = Math.max(high, v)
    mean += v / y.length
  }
  const { scale, effective } = noise(y)
  const unit = Math.max(scale, LEAST_NOISE * (high - low)) || 1
  return { y: y.map((v) => (v - mean) / unit), effective }
}

/**
 * The best division of a curve into pieces of constant level (PELT, exact for its cost). A steady slope comes out as a
 * staircase. Above 2000 points the means of bins are divided and the borders are those of bins.
 * @param y values; non-finite ones are skipped and belong to the piece before them (at the start: to the first)
 * @returns pieces in order, from 0 to y.length without holes; none for a column without finite values
 */
export function changePoints(y: Column, options: ChangePointOptions = {}): readonly Segment[] {
  const { index, y: values } = indexed(y)
  const n = values.length
  if (n === 0) return []
  const few = Math.min(n, MOST)
  const unit = standardised(n > MOST ? bins(index, values, MOST).mean : values)
  const minLength = Math.max(1, Math.floor(options.minLength ?? 2))
  const penalty = options.penalty ?? 3 * Math.log(Math.max(2, few)) * (few / Math.max(1, unit.effective))
  const starts = few < 2 * minLength ? [0] : pelt(unit.y, penalty, minLength)
  const places = starts.map((s) => Math.floor((s * n) / few))
  return places.map((place, k) => {
    const end = places[k + 1] ?? n
    let mean = 0
    for (let i = place; i < end; i++) mean += values[i]! / (end - place)
    return { from: k === 0 ? 0 : index[place]!, to: end === n ? y.length : index[end]!, mean }
  })
}
