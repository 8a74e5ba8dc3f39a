// The lowest level a curve reached, and how surely its end lies above that level.
import { noise } from './noise.ts'
import { median } from './quantile.ts'
import { runningMedian } from './sorted-window.ts'

/** The end of a curve against its lowest level. */
export interface Rise {
  /** Position of the middle of the lowest window. */
  readonly index: number
  /** Points in a window: a level is their median. */
  readonly window: number
  /** Lowest level. */
  readonly best: number
  /** Level of the last window. */
  readonly last: number
  /** Robust standard deviation of one point. */
  readonly scale: number
  /**
   * (last - best) in standard errors of a difference of two levels, less sqrt(2 ln m), by which the lowest of m independent levels lies
   * below their mean by chance alone. A rise that came back just before the lowest level counts as an error of a third of
   * it. At most {@link MOST_Z}.
   */
  readonly z: number
}

/** A z of noiseless data: stands for "certain" without being infinite. */
export const MOST_Z = 1e6

/** From this window on (40 points) a level is steady enough to tell slow wandering from noise. */
const WANDERING = 5
/** A rise no larger than one that came back before is at most this many errors. */
const RELAPSE = 3
/** How far before the lowest level to look for it, in lengths of what came after. */
const LOOK_BACK = 3

/** Standard error of a median in those of a mean, for normal noise: sqrt(pi / 2). */
const MEDIAN_ERROR = Math.sqrt(Math.PI / 2)

/**
 * The largest rise of levels that came back: within the stretch before the lowest level that is three times as long as
 * the one after it. Noise that wanders slowly shows in it, though not in neighbouring points.
 */
function relapse(smooth: Float64Array, from: number, index: number): number {
  let lowest = Number.POSITIVE_INFINITY
  let largest = 0
  for (let i = Math.max(from, index - LOOK_BACK * (smooth.length - index)); i < index; i++) {
    lowest = Math.min(lowest, smooth[i]!)
    largest = Math.max(largest, smooth[i]! - lowest)
  }
  return largest
}

/**
 * Lowest level and last level of a curve, where levels are medians of 1 (below 20 points) to 31 points, a tenth of the
 * curve at most.
 * @param y dense finite values
 * @returns null below 3 points or if the lowest level is the last one
 */
export function rise(y: Float64Array): Rise | null {
  const n = y.length
  if (n < 3) return null
  const half = Math.min(15, Math.floor(n / 20))
  const window = 2 * half + 1
  const smooth = runningMedian(y, half)
  let index = half
  for (let i = half; i < n - half; i++) if (smooth[i]! < smooth[index]!) index = i
  const best = smooth[index]!
  const last = median(y.subarray(n - window))
  if (index === n - 1 - half || !(last > best)) return null
  const { scale, effective } = noise(y)
  const single = (half === 0 ? 1 : MEDIAN_ERROR) * scale * Math.sqrt(2 * Math.min(1, n / effective / window))
  const error = window < WANDERING ? single : Math.max(single, relapse(smooth, half, index) / RELAPSE)
  const levels = Math.max(1, effective / window)
  const z = Math.min(MOST_Z, (last - best) / error) - Math.sqrt(2 * Math.log(levels))
  return { index, window, best, last, scale, z: scale === 0 ? MOST_Z : z }
}
