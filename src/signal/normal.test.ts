import { expect, test } from 'vitest'
import { normalCdf, normalQuantile, twoSided } from './normal.ts'

/** The obvious twin: Simpson's rule on the density from z to 12 beyond. */
function slowTail(z: number): number {
  const n = 20_000
  const h = 12 / n
  let sum = 0
  for (let i = 0; i <= n; i++) {
    const weight = i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2
    sum += weight * Math.exp(-((z + i * h) ** 2) / 2)
  }
  return (sum * h) / 3 / Math.sqrt(2 * Math.PI)
}

test('cdf and p value equal the integral of the density, in the tails to relative precision', () => {
  for (const z of [0, 0.3, 1, 1.96, 2.9, 2.999, 3, 3.001, 4, 6, 10, 20]) {
    expect(normalCdf(-z) / slowTail(z)).toBeCloseTo(1, 9)
    expect(twoSided(z) / (2 * slowTail(z))).toBeCloseTo(1, 9)
    expect(normalCdf(z)).toBeCloseTo(1 - slowTail(z), 12)
  }
})

test('known values', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(normalQuantile(1e-10)).toBeCloseTo(-6.361340902404056, 10)
  expect(twoSided(-1.959963984540054)).toBeCloseTo(0.05, 12)
})

test('quantile undoes cdf and is odd about one half', () => {
  for (const p of [1e-8, 0.01, 0.3, 0.5, 0.7, 0.99]) {
    expect(normalCdf(normalQuantile(p)) / p).toBeCloseTo(1, 9)
    expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6)
  }
})

test('ends and what is not a number', () => {
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12)
  expect(normalQuantile(Number.NaN)).toBe(0)
  expect([normalCdf(Number.NaN), twoSided(Number.NaN)]).toEqual([0.5, 1])
  expect([normalCdf(-1e9), normalCdf(1e9), normalCdf(Number.POSITIVE_INFINITY)]).toEqual([0, 1, 1])
})
