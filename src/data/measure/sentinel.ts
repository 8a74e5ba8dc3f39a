// A value that stands where others are missing: -999, 9999, or a 0 far below the smallest other value.

export interface Sentinel {
  readonly value: number
  readonly count: number
  /** to the next value: of a 0 over the median of the others, of a code over their range */
  readonly distance: number
}

/** Numbers that people write for "unknown". */
const CODES = new Set([-1, -9, -99, -999, -9999, -99999, 99, 999, 9999, 99999, 999999, -1e6, 1e6])
/** Occurrences at least, and the distinct other values that make a column one of measures. */
const COUNT = 3
const DISTINCT = 12
/** A 0 that most rows hold is a value of its own (no rain, no gain). */
const MOST_ZEROS = 0.6
/** Steps between the smallest other values that lie below them, down to the 0. */
const STEPS = 4
/** And so far below the usual value, as a share of it. */
const BELOW = 0.1
/** A code lies so far from all other values, in their own range. */
const RANGES = 0.75

/** Looks at sorted, finite values. */
export function sentinelOf(sorted: Float64Array): Sentinel | undefined {
  // a 0 or a code that stands in stands at an end, and several times
  if (sorted[0] !== sorted[COUNT - 1] && sorted.at(-1) !== sorted.at(-COUNT)) return undefined
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1])
  if (distinct.length < DISTINCT) return undefined
  return zero(sorted, distinct) ?? code(sorted, distinct)
}

function countOf(sorted: Float64Array, value: number): number {
  return sorted.lastIndexOf(value) - sorted.indexOf(value) + 1
}

function zero(sorted: Float64Array, distinct: Float64Array): Sentinel | undefined {
  if (distinct[0] !== 0) return undefined
  const count = countOf(sorted, 0)
  if (count < COUNT || count > MOST_ZEROS * sorted.length) return undefined
  const gap = distinct[1]!
  const above = distinct[Math.min(distinct.length - 1, 1 + Math.max(4, Math.floor(distinct.length / 20)))]!
  const steps = Math.min(distinct.length - 2, Math.max(4, Math.floor(distinct.length / 20)))
  const usual = sorted[Math.floor((count + sorted.length) / 2)]!
  return gap > (STEPS * (above - gap)) / steps && gap > BELOW * usual
    ? { value: 0, count, distance: gap / usual }
    : undefined
}

function code(sorted: Float64Array, distinct: Float64Array): Sentinel | undefined {
  const last = distinct.length - 1
  for (const [value, low, high] of [
    [distinct[0]!, distinct[1]!, distinct[last]!],
    [distinct[last]!, distinct[0]!, distinct[last - 1]!],
  ] as const) {
    const count = countOf(sorted, value)
    const gap = Math.min(Math.abs(value - low), Math.abs(value - high))
    if (CODES.has(value) && count >= COUNT && gap > RANGES * (high - low))
      return { value, count, distance: gap / (high - low) }
  }
  return undefined
}
