// A coarse curve that only rises or only falls: the shape of a trend without its noise.
import { median } from './quantile.ts'

/** Below this many points there is no shape to see. */
const FEWEST = 10
/** Points that make a block worth having (from the third block on), and blocks that a curve has at most. */
const WORTH = 15
const MOST = 12

/** Nearest column that never falls, by least squares: pool adjacent violators (Ayer et al. 1955). */
export function isotonic(y: Float64Array): Float64Array {
  const value: number[] = []
  const count: number[] = []
  for (const v of y) {
    value.push(v)
    count.push(1)
    while (value.length > 1 && value[value.length - 2]! > value[value.length - 1]!) {
      const [top, below] = [value.pop()!, value.pop()!]
      const [many, more] = [count.pop()!, count.pop()!]
      value.push(below + ((top - below) * many) / (many + more))
      count.push(many + more)
    }
  }
  const out = new Float64Array(y.length)
  let at = 0
  value.forEach((v, k) => {
    out.fill(v, at, at + count[k]!)
    at += count[k]!
  })
  return out
}

/**
 * A monotone curve through the medians of 2 to 12 blocks of at least 5 points (15 from three blocks on), straight between and beyond their
 * middles.
 * @param y dense finite values
 * @param direction at or above 0 for a curve that never falls, below 0 for one that never rises
 * @returns as many values as `y`; the median everywhere below 10 points
 */
export function coarseMonotone(y: Float64Array, direction: number): Float64Array {
  const n = y.length
  const blocks = Math.max(2, Math.min(MOST, Math.floor(n / WORTH)))
  if (n < FEWEST) return new Float64Array(n).fill(n === 0 ? 0 : median(y))
  const sign = direction < 0 ? -1 : 1
  const border = (k: number) => Math.floor((k * n) / blocks)
  const middles = Float64Array.from({ length: blocks }, (_, k) => (border(k) + border(k + 1) - 1) / 2)
  const levels = isotonic(middles.map((_, k) => sign * median(y.subarray(border(k), border(k + 1)))))
  let k = 0
  return y.map((_, i) => {
    while (k < blocks - 2 && i > middles[k + 1]!) k++
    const part = (i - middles[k]!) / (middles[k + 1]! - middles[k]!)
    return sign * (levels[k]! + part * (levels[k + 1]! - levels[k]!))
  })
}
