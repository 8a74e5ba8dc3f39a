// A curve that left its best level for good and rose to its end.
import { type Column, indexed, logOrLinear } from './column.ts'
import { type Rise, rise } from './minimum.ts'
import { noise } from './noise.ts'
import { median } from './quantile.ts'

/** A rise that lasts to the end of the curve. */
export interface Divergence {
  /** Index in the given column of the lowest level, from which the curve rose. */
  readonly from: number
  /** Lowest level (a median of up to 31 points), in the unit of y. */
  readonly best: number
  /** Level at the end. */
  readonly last: number
  /** last / best if both are above 0, else 1 + (last - best) / max(|best|, noise). */
  readonly factor: number
  /** The rise in standard errors of a difference of levels, less what the lowest level owes to chance. */
  readonly z: number
  /** From the middle to the last third it rose a fifth more than from the first to the middle one, beyond noise. */
  readonly accelerating: boolean
}

/** A rise below this many standard errors is within noise of the best. */
const WITHIN_NOISE = 3
/** Page-Hinkley: half a standard deviation is forgiven at each point, and one point counts for at most four. */
const FORGIVEN = 0.5
const MOST_OF_ONE = 4
/** Page-Hinkley's limit, in standard deviations: two points cannot reach it alone. */
const LIMIT = 8
/** A steady climb from a rounded valley is a little steeper later; speeding up is more than that. */
const STEEPER = 1.2

/** Page's (1954) and Hinkley's (1971) sum at the end, run from the lowest level: excess over it, in deviations. */
function excess(y: Float64Array, low: Rise): number {
  let sum = 0
  for (let i = low.index; i < y.length; i++) {
    const above = low.scale > 0 ? (y[i]! - low.best) / low.scale : y[i]! > low.best ? MOST_OF_ONE + FORGIVEN : 0
    sum = Math.max(0, sum + Math.max(-MOST_OF_ONE, Math.min(MOST_OF_ONE, above - FORGIVEN)))
  }
  return sum
}

/** Does the last third of the tail rise more than the middle third did? */
function accelerates(tail: Float64Array, scale: number): boolean {
  const third = Math.floor(tail.length / 3)
  if (third === 0) return false
  const a = median(tail.subarray(0, third))
  const b = median(tail.subarray(third, 2 * third))
  const c = median(tail.subarray(tail.length - third))
  return c - b > STEEPER * (b - a) + 2 * Math.sqrt(6 / third) * scale
}

/**
 * A sustained rise from the running minimum to the end. Works on logarithms while all values are above 0, so that noise
 * and rise are factors. Spikes that came back are none: the level at the end must lie above the lowest level by more
 * than 3 standard errors, and the Page-Hinkley sum from there must end above 8.
 * @param y values, for instance a loss; non-finite ones are skipped
 * @returns null below 3 finite values or if the end is within noise of the best
 */
export function divergence(y: Column): Divergence | null {
  const { index, y: values } = indexed(y)
  const scaled = logOrLinear(values)
  const low = rise(scaled.y)
  if (low === null || low.z < WITHIN_NOISE || excess(scaled.y, low) < LIMIT) return null
  const half = (low.window - 1) / 2
  const best = median(values.subarray(low.index - half, low.index + half + 1))
  const last = median(values.subarray(values.length - low.window))
  const factor = best > 0 ? last / best : 1 + (last - best) / Math.max(Math.abs(best), low.scale, Number.MIN_VALUE)
  const accelerating = accelerates(values.subarray(low.index), noise(values).scale)
  return { from: index[low.index]!, best, last, factor: Math.min(factor, Number.MAX_VALUE), z: low.z, accelerating }
}
