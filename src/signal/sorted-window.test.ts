import { expect, test } from 'vitest'
import { mad, median } from './quantile.ts'
import { runningMedian, sortedWindow } from './sorted-window.ts'
import { wild } from './test-support.ts'

test('median and deviations equal those of a fresh sort at every shift', () => {
  for (const raw of wild(31, 60)) {
    const y = raw.filter(Number.isFinite)
    const window = sortedWindow(8)
    y.forEach((v, i) => {
      if (i >= 7) window.remove(y[i - 7]!)
      window.insert(v)
      const held = y.slice(Math.max(0, i - 6), i + 1)
      expect(window.size()).toBe(held.length)
      expect(window.median()).toBeCloseTo(median(held), 9)
      expect(window.mad()).toBeCloseTo(mad(held), 6)
      const spread = held.reduce((a, b) => a + Math.abs(b - median(held)), 0) / held.length
      expect(window.spread()).toBeCloseTo(spread, 6)
    })
  }
})

test('an empty window answers 0', () => {
  const window = sortedWindow(3)
  expect([window.median(), window.mad(), window.spread()]).toEqual([0, 0, 0])
})

test('running median equals the median of each slice, and keeps a line whole', () => {
  for (const raw of wild(32, 60)) {
    const y = Float64Array.from(raw.filter(Number.isFinite))
    const answer = runningMedian(y, 3)
    y.forEach((_, i) => {
      const reach = Math.min(3, i, y.length - 1 - i)
      expect(answer[i]).toBeCloseTo(median(y.slice(i - reach, i + reach + 1)), 9)
    })
  }
  expect([...runningMedian(Float64Array.of(1, 2, 3, 4, 5), 2)]).toEqual([1, 2, 3, 4, 5])
})
