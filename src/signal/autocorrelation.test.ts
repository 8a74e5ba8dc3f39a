import { expect, test } from 'vitest'
import { autocorrelation, inflation, ofKendall } from './autocorrelation.ts'
import { curve, hasNaN, wild } from './test-support.ts'

/** The obvious twin: the sum over pairs, lag by lag. */
function slow(y: readonly number[]): number[] {
  const mean = y.reduce((a, b) => a + b, 0) / y.length
  const sum = (k: number) => y.slice(k).reduce((a, v, i) => a + (v - mean) * (y[i]! - mean), 0)
  return y.map((_, k) => (k === 0 ? 1 : sum(0) === 0 ? 0 : sum(k) / sum(0)))
}

test('equals the sum over pairs', () => {
  for (const raw of wild(21, 100)) {
    const y = raw.filter(Number.isFinite)
    if (new Set(y).size === 1) continue
    const fast = autocorrelation(Float64Array.from(y))
    slow(y).forEach((v, k) => {
      expect(fast[k]).toBeCloseTo(v, 9)
    })
  }
})

test('a constant has none, whatever its size', () => {
  for (const level of [0, 1, 0.1, 1e90])
    expect([...autocorrelation(new Float64Array(4).fill(level))]).toEqual([1, 0, 0, 0])
  expect(autocorrelation(new Float64Array(0)).length).toBe(0)
  expect(hasNaN(autocorrelation(Float64Array.of(1e99, -1e99, 3)))).toBe(false)
})

test('inflation of an autoregressive noise is near (1 + rho) / (1 - rho), of white noise near 1', () => {
  const of = (rho: number) => inflation(autocorrelation(curve(4, 8000, () => 0, 1, rho)), 8000)
  expect(of(0)).toBeLessThan(1.1)
  expect(of(0.5) / 3).toBeCloseTo(1, 0)
  expect(of(0.8) / 9).toBeGreaterThan(0.75)
  expect(of(0.8) / 9).toBeLessThan(1.25)
  expect(of(-0.6)).toBe(1)
})

test('weights of Hamed and Rao fall from 1', () => {
  expect(ofKendall(0, 50)).toBe(1)
  expect(ofKendall(10, 50)).toBeCloseTo((40 * 39 * 38) / (50 * 49 * 48), 12)
})
