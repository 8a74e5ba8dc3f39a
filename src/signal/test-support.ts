// Curves that the tests of this room share: awkward ones, wild ones and training-like ones; no measure imports it.
import { gaussian, uniform } from './generator.ts'

/** True if any number in a value, however deep, is NaN. */
export function hasNaN(value: unknown): boolean {
  if (typeof value === 'number') return Number.isNaN(value)
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some(hasNaN)
}

/** Columns on which careless arithmetic breaks. */
export const awkward: readonly (readonly number[])[] = [
  [],
  [Number.NaN],
  [1],
  [1, 2],
  [2, 1, 3],
  [1, 1, 1],
  [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  [1, Number.NaN, 3, Number.POSITIVE_INFINITY, 2],
  [Number.NEGATIVE_INFINITY, Number.NaN, Number.POSITIVE_INFINITY],
  [1e300, 1, 2, 1e-300, -1e300, 4, 5, 6, 7, 8],
  [1e-300, 2e-300, 3e-300, 5e-300, 4e-300, 6e-300, 7e-300, 8e-300, 1e-300],
  [1e90, 1, 1e99, 3e98, 2, 1e95, 5, 1e90, 1e91, 7],
  Array.from({ length: 40 }, (_, i) => i),
  Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 1 : Number.NaN)),
  Array.from({ length: 40 }, (_, i) => (i === 20 ? 5 : 1)),
]

/** `count` random columns of 0 to `most` points, one value in ten not finite, one in five repeated. */
export function wild(seed: number, count: number, most = 60): number[][] {
  const next = uniform(seed)
  const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const value = () => {
    const kind = next()
    if (kind < 0.1) return odd[Math.floor(next() * 3)]!
    return kind < 0.3 ? Math.floor(next() * 3) : (next() - 0.5) * 10 ** (next() * 6 - 2)
  }
  return Array.from({ length: count }, () => Array.from({ length: Math.floor(next() * (most + 1)) }, value))
}

/** `n` points of `shape(i)` plus Gaussian noise of standard deviation `sigma` and lag-1 autocorrelation `rho`. */
export function curve(seed: number, n: number, shape: (i: number) => number, sigma: number, rho = 0): Float64Array {
  const next = gaussian(seed)
  let error = next() * sigma
  return Float64Array.from({ length: n }, (_, i) => {
    if (i > 0) error = rho * error + Math.sqrt(1 - rho * rho) * sigma * next()
    return shape(i) + error
  })
}

/** 0, 1, ..., n - 1. */
export const steps = (n: number): number[] => Array.from({ length: n }, (_, i) => i)
