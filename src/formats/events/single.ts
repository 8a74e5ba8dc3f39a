// Numbers of single precision as people read them: 0.1, not 0.10000000149011612.

const POWERS = Float64Array.from({ length: 23 }, (_, power) => 10 ** power)

/** the power of the last value: curves move slowly, so it mostly serves the next one too */
let power = 6

/**
 * 7 significant digits where these are the same float32, else 9, which always are; what is not finite, and what lies at
 * the extremes, stays as it is. A product and a quotient of exact powers of ten, so the decimal is met exactly.
 */
export function shortest(value: number): number {
  const size = value < 0 ? -value : value
  if (!(size >= 1e-9 && size < 1e6)) return value
  const scaled = size * POWERS[power]!
  if (scaled < 1e6 || scaled >= 1e7) power = 6 - Math.floor(Math.log10(size))
  const seven = Math.round(value * POWERS[power]!) / POWERS[power]!
  if (Math.fround(seven) === value) return seven
  const nine = Math.round(value * POWERS[power + 2]!) / POWERS[power + 2]!
  return Math.fround(nine) === value ? nine : value
}
