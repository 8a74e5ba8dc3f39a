import { describe, expect, test } from 'vitest'
import { noise } from './noise.ts'
import { awkward, curve, hasNaN, wild } from './test-support.ts'

const loss = (i: number) => 0.3 + 2 / Math.sqrt(1 + i / 5)

/** The obvious twin: solve each local weighted least squares by Gauss elimination, no rows shared. */
function slowSmooth(y: Float64Array, i: number, half: number): number {
  const width = 2 * half + 1
  const from = Math.max(0, Math.min(y.length - width, i - half))
  const reach = Math.max(i - from, from + width - 1 - i) + 1
  const a = [0, 1, 2].map(() => [0, 0, 0, 0])
  for (let j = from; j < from + width; j++) {
    const w = (1 - (Math.abs(j - i) / reach) ** 3) ** 3
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) a[r]![c]! += w * (j - i) ** (r + c)
      a[r]![3]! += w * (j - i) ** r * y[j]!
    }
  }
  for (let p = 0; p < 3; p++)
    for (let r = 0; r < 3; r++) {
      if (r === p) continue
      const f = a[r]![p]! / a[p]![p]!
      for (let c = 0; c < 4; c++) a[r]![c]! -= f * a[p]![c]!
    }
  return a[0]![3]! / a[0]![0]!
}

describe('noise', () => {
  test('is close to the spread about a smooth solved point by point', () => {
    for (const seed of [1, 2, 3]) {
      const y = curve(seed, 300, loss, 0.1)
      const rest = [...y].map((v, i) => Math.abs(v - slowSmooth(y, i, 25))).sort((a, b) => a - b)
      const slow = (1.4826 * (rest[149]! + rest[150]!)) / 2
      expect(noise(y).scale / slow).toBeGreaterThan(0.97)
      expect(noise(y).scale / slow).toBeLessThan(1.1)
    }
  })
  test('finds the true spread and correlation of training-like curves', () => {
    const mean = (n: number, rho: number, what: (y: Float64Array) => number) =>
      Array.from({ length: 20 }, (_, s) => what(curve(s, n, loss, 0.1, rho))).reduce((a, b) => a + b, 0) / 20
    expect(mean(2000, 0, (y) => noise(y).scale)).toBeCloseTo(0.1, 2)
    expect(mean(60, 0, (y) => noise(y).scale) / 0.1).toBeGreaterThan(0.85)
    expect(mean(60, 0, (y) => noise(y).scale) / 0.1).toBeLessThan(1.15)
    expect(mean(2000, 0.6, (y) => noise(y).scale) / 0.1).toBeGreaterThan(0.85)
    expect(mean(2000, 0.6, (y) => noise(y).lag1)).toBeGreaterThan(0.45)
    expect(mean(2000, 0.6, (y) => noise(y).effective)).toBeLessThan(900)
    expect(mean(2000, 0, (y) => noise(y).effective)).toBeGreaterThan(1700)
  })
  test('lines and smooth bends are not noise', () => {
    for (const n of [3, 5, 7, 8, 12, 100, 1000]) {
      expect(noise(curve(0, n, (i) => 3 * i - 7, 0)).scale).toBeLessThan(1e-10)
      expect(noise(curve(0, n, () => 0.1, 0))).toEqual({ scale: 0, lag1: 0, effective: n })
    }
    expect(noise(curve(0, 10, (i) => 2.3 * 0.6 ** i + 0.3, 0)).scale).toBeLessThan(0.03)
    expect(noise(curve(0, 500, loss, 0)).scale).toBeLessThan(1e-3)
  })
  test('a spike in a hundred changes little, and a steep line hides nothing', () => {
    const y = curve(9, 600, loss, 0.05)
    const spiked = y.map((v, i) => (i % 100 === 50 ? v + 50 : v))
    expect(noise(spiked).scale / noise(y).scale).toBeCloseTo(1, 1)
    expect(noise(curve(9, 600, (i) => 10 * i, 0.05)).scale).toBeCloseTo(0.05, 1)
  })
  test('scales with the curve and ignores its level, its slope and what is not finite', () => {
    const y = curve(3, 200, loss, 0.1)
    const same = noise(y).scale
    expect(noise(y.map((v) => 4 * v + 9)).scale).toBeCloseTo(4 * same, 9)
    const holes = Float64Array.from([...y].flatMap((v) => [v, Number.NaN]))
    expect(noise(holes)).toEqual(noise(y))
  })
  test('rounded logs, where most differences are 0, still have noise', () => {
    const y = curve(3, 200, () => 0.5, 0.002).map((v) => Math.round(v * 100) / 100)
    expect(noise(y.map((v, i) => (i % 9 === 0 ? v + 0.01 : v))).scale).toBeGreaterThan(0)
  })
  test('never NaN', () => {
    for (const y of [...awkward, ...wild(41, 200)]) expect(hasNaN(noise(y)), String(y)).toBe(false)
  })
})
