import { expect, test } from 'vitest'
import { onset } from './onset.ts'
import { median } from './quantile.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'
import { mannKendall } from './trend.ts'

const overfit = (turn: number) => (i: number) => 0.5 + Math.exp((-3 * i) / turn) + Math.max(0, i - turn) * 0.02

test('equals the minimum of the levels, found one by one', () => {
  for (const seed of steps(40)) {
    const y = curve(seed, 10 + seed * 3, overfit(15), 0.05)
    const half = Math.floor(y.length / 20)
    const places = steps(y.length).filter((i) => i >= half && i < y.length - half)
    const level = (i: number) => median(y.slice(i - half, i + half + 1))
    const lowest = places.reduce((a, b) => (level(b) < level(a) ? b : a))
    const answer = onset(y)
    if (answer === null) {
      expect(level(places.at(-1)!)).toBeLessThanOrEqual(level(lowest))
      continue
    }
    expect(answer.index).toBe(lowest)
    expect(answer.rise).toBeCloseTo(level(places.at(-1)!) - level(lowest), 12)
    const after = mannKendall(y.slice(lowest + 1))
    expect(answer.p).toBe(after.s > 0 ? after.p : 1)
  }
})

test('finds the epoch from which a model overfits', () => {
  const found = onset(curve(3, 60, overfit(20), 0.02))!
  expect(Math.abs(found.index - 20)).toBeLessThan(8)
  expect(found.z).toBeGreaterThan(5)
  expect(found.p).toBeLessThan(1e-4)
})

test('ten epochs are enough when the rise is clear', () => {
  const found = onset([2.1, 1.2, 0.9, 0.81, 0.84, 0.9, 0.97, 1.05, 1.12, 1.21])!
  expect(found.index).toBe(3)
  expect(found.p).toBeLessThan(0.02)
})

test('a loss that falls to its end has none; one that levels off has none that counts', () => {
  expect(onset([3, 2, 1])).toBeNull()
  expect(onset(curve(3, 100, (i) => 3 - i / 40, 0.01))).toBeNull()
  const level = steps(100).filter((seed) => {
    const found = onset(curve(seed, 40, (i) => 0.5 + Math.exp(-i / 5), 0.03))
    return found !== null && found.z > 3 && found.p < 0.05
  })
  expect(level.length).toBeLessThan(5)
})

test('a bump after the minimum that only comes down again has p 1', () => {
  expect(onset([3, 2, 1, 6, 5, 4, 3, 2.5, 2])).toMatchObject({ index: 2, last: 2, p: 1 })
})

test('moves with level and scale; never NaN', () => {
  const y = curve(3, 60, overfit(20), 0.02)
  const found = onset(y)!
  const moved = onset(y.map((v) => 10 * v - 3))!
  expect(moved.index).toBe(found.index)
  expect(moved.z).toBeCloseTo(found.z, 6)
  expect(moved.rise).toBeCloseTo(10 * found.rise, 9)
  expect(onset([])).toBeNull()
  for (const v of [...awkward, ...wild(95, 200)]) expect(hasNaN(onset(v)), String(v)).toBe(false)
})
