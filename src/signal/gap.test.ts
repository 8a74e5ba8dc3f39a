import { expect, test } from 'vitest'
import { gap } from './gap.ts'
import { median } from './quantile.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'
import { mannKendall } from './trend.ts'

test('equals subtracting pair by pair', () => {
  const trains = wild(111, 200)
  wild(112, 200).forEach((val, k) => {
    const train = trains[k]!
    const kept = steps(Math.min(train.length, val.length)).filter((i) => Number.isFinite(train[i]! + val[i]!))
    if (kept.length === 0) return
    const between = kept.map((i) => val[i]! - train[i]!)
    const share = Math.max(1, Math.floor(kept.length / 10))
    const answer = gap(train, val)
    expect(answer.median).toBe(median(between))
    expect(answer.first).toBe(median(between.slice(0, share)))
    expect(answer.last).toBe(median(between.slice(-share)))
    expect(answer.trend.z).toBe(mannKendall(between).z)
    expect(hasNaN(answer)).toBe(false)
  })
})

test('an overfitting pair widens, a healthy pair does not', () => {
  const train = curve(1, 60, (i) => 2 * Math.exp(-i / 10) + 0.05, 0.01)
  const worse = gap(
    train,
    curve(2, 60, (i) => 2 * Math.exp(-i / 10) + 0.3 + i / 100, 0.01),
  )
  expect(worse.trend.z).toBeGreaterThan(3)
  expect(worse.ratio).toBeGreaterThan(8)
  const well = gap(
    train,
    curve(3, 60, (i) => 2 * Math.exp(-i / 10) + 0.07, 0.01),
  )
  expect(well.trend.p).toBeGreaterThan(0.01)
  expect(well.last).toBeCloseTo(0.02, 1)
})

test('a common shift leaves the gap; nothing to say without pairs', () => {
  const a = curve(1, 30, () => 1, 0.1)
  const b = curve(2, 30, () => 2, 0.1)
  expect(
    gap(
      a.map((v) => v + 5),
      b.map((v) => v + 5),
    ).median,
  ).toBeCloseTo(gap(a, b).median, 9)
  expect(gap([], [1])).toEqual({ first: 0, last: 0, median: 0, ratio: 1, trend: { z: 0, p: 1 } })
  expect(gap([0, 0], [0, 0]).ratio).toBe(1)
  expect(gap([0, 0], [1, 1]).ratio).toBe(Number.POSITIVE_INFINITY)
  for (const v of awkward) expect(hasNaN(gap(v, awkward[9]!))).toBe(false)
})
