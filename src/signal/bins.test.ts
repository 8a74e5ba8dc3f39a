import { expect, test } from 'vitest'
import { bins } from './bins.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

test('equals slicing the curve and reducing each slice', () => {
  for (const y of wild(51, 200)) {
    const x = y.map((_, i) => 10 * i)
    const n = 7
    const parts = Math.min(n, y.length)
    const cut = (b: number) => Math.floor((b * y.length) / parts)
    const slices = steps(parts)
      .map((b) => steps(y.length).filter((i) => i >= cut(b) && i < cut(b + 1) && Number.isFinite(y[i])))
      .filter((slice) => slice.length > 0)
    const answer = bins(x, y, n)
    expect([...answer.count]).toEqual(slices.map((s) => s.length))
    expect([...answer.min]).toEqual(slices.map((s) => Math.min(...s.map((i) => y[i]!))))
    expect([...answer.max]).toEqual(slices.map((s) => Math.max(...s.map((i) => y[i]!))))
    expect([...answer.first]).toEqual(slices.map((s) => y[s[0]!]))
    expect([...answer.last]).toEqual(slices.map((s) => y[s.at(-1)!]))
    slices.forEach((s, b) => {
      expect(answer.x[b]).toBeCloseTo(s.reduce((a, i) => a + x[i]!, 0) / s.length, 6)
      expect(answer.mean[b]).toBeCloseTo(s.reduce((a, i) => a + y[i]!, 0) / s.length, 6)
    })
    expect(answer.nonFinite).toBe(y.filter((v) => !Number.isFinite(v)).length)
  }
})

test('a short curve stays as it is', () => {
  expect([...bins([0, 1, 2], [5, 6, 7], 100).mean]).toEqual([5, 6, 7])
  expect(bins([], [], 10)).toMatchObject({ nonFinite: 0, count: new Float64Array(0) })
})

test('keeps the spike and the mean of a long curve', () => {
  const y = curve(1, 10_000, () => 1, 0.1)
  y[5000] = 80
  const answer = bins(steps(10_000), y, 200)
  expect(Math.max(...answer.max)).toBe(80)
  expect(answer.mean.length).toBe(200)
  expect(answer.mean.reduce((a, v, i) => a + v * answer.count[i]!, 0) / 10_000).toBeCloseTo(
    y.reduce((a, v) => a + v, 0) / 10_000,
    9,
  )
})

test('never NaN, never more than asked', () => {
  for (const y of awkward) {
    expect(hasNaN(bins(steps(y.length), y, 4))).toBe(false)
    expect(bins(steps(y.length), y, 4).mean.length).toBeLessThanOrEqual(4)
    expect(bins(steps(y.length), y, 0).mean.length).toBeLessThanOrEqual(1)
  }
})
