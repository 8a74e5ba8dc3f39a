// The standard normal distribution: its cumulative share, its quantile, and the two-sided p value of a z.

/** Continued fraction of Mills' ratio, good from about z = 3 outwards where 1 - cdf would lose its digits. */
function upperTail(z: number): number {
  let fraction = 0
  for (let k = 60; k > 0; k--) fraction = k / (z + fraction)
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / (z + fraction)
}

/** Half the probability within ±z by the series of Abramowitz & Stegun 26.2.11, for |z| < 3. */
function centre(z: number): number {
  let term = z
  let sum = z
  for (let k = 1; k < 60 && Math.abs(term) > 1e-17 * Math.abs(sum); k++) {
    term *= (z * z) / (2 * k + 1)
    sum += term
  }
  return (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/**
 * The share of a standard normal below z, to about 15 digits (also in the tails, relative).
 * @returns 0..1; 0.5 for a z that is not a number
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return 0.5
  if (Math.abs(z) < 3) return 0.5 + centre(z)
  return z < 0 ? upperTail(-z) : 1 - upperTail(z)
}

/** The probability that a standard normal lies at least |z| from 0; 1 for a z that is not a number. */
export function twoSided(z: number): number {
  if (Number.isNaN(z)) return 1
  const size = Math.abs(z)
  return size < 3 ? 1 - 2 * centre(size) : 2 * upperTail(size)
}

/**
 * The z below which a share p of a standard normal lies, by bisection on the smaller tail.
 * @param p share; p <= 0 gives -Infinity, p >= 1 gives Infinity, NaN gives 0
 */
export function normalQuantile(p: number): number {
  if (Number.isNaN(p)) return 0
  if (p <= 0) return Number.NEGATIVE_INFINITY
  if (p >= 1) return Number.POSITIVE_INFINITY
  const tail = Math.min(p, 1 - p)
  let low = -39
  let high = 0
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < tail) low = middle
    else high = middle
  }
  const z = (low + high) / 2
  return p < 0.5 ? z : z === 0 ? 0 : -z
}
