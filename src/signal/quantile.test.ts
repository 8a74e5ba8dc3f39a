import { describe, expect, test } from 'vitest'
import { mad, median, quantile, select } from './quantile.ts'
import { awkward, curve, wild } from './test-support.ts'

/** The obvious twin: sort everything, read off the place. */
function slowQuantile(y: readonly number[], q: number): number {
  const sorted = y.filter(Number.isFinite).sort((a, b) => a - b)
  const place = q * (sorted.length - 1)
  const low = sorted[Math.floor(place)]!
  return low + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - low)
}

describe('quantile', () => {
  test('equals sorting, for any share', () => {
    for (const y of wild(11, 300)) {
      if (!y.some(Number.isFinite)) continue
      for (const q of [0, 0.025, 0.25, 0.5, 0.9, 1]) expect(quantile(y, q)).toBeCloseTo(slowQuantile(y, q), 9)
    }
  })
  test('selection keeps the parts on their sides, also where many values are equal or ordered', () => {
    const shapes = [(i: number) => i % 3, (i: number) => i, (i: number) => -i, (i: number) => (i * 7919) % 101, () => 1]
    for (const shape of shapes) {
      const a = Float64Array.from({ length: 501 }, (_, i) => shape(i))
      const sorted = [...a].sort((p, q) => p - q)
      for (const k of [0, 100, 250, 500]) {
        const copy = a.slice()
        expect(select(copy, k)).toBe(sorted[k])
        expect(Math.max(...copy.slice(0, k + 1))).toBeLessThanOrEqual(Math.min(...copy.slice(k)))
      }
    }
  })
  test('is NaN only when nothing is finite', () => {
    for (const y of awkward) {
      const empty = !y.some((v) => Math.abs(v) <= 1e100)
      expect(Number.isNaN(median(y))).toBe(empty)
      expect(Number.isNaN(mad(y))).toBe(empty)
    }
  })
  test('shares beyond 0..1 give the extremes', () => {
    expect(quantile([3, 1, 2], -1)).toBe(1)
    expect(quantile([3, 1, 2], 2)).toBe(3)
  })
})

describe('mad', () => {
  test('estimates a standard deviation that a third of wild points does not spoil', () => {
    const y = curve(1, 3000, () => 10, 2)
    expect(mad(y)).toBeCloseTo(2, 0)
    expect(mad(y.map((v, i) => (i % 10 === 0 ? 1e9 : v)))).toBeLessThan(2.6)
  })
  test('moves with the scale and not with the level', () => {
    const y = curve(2, 101, () => 0, 1)
    expect(mad(y.map((v) => 5 * v + 100))).toBeCloseTo(5 * mad(y), 9)
  })
})
