import { expect, test } from 'vitest'
import { mad, median } from './quantile.ts'
import { spikes } from './spikes.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

const loss = (i: number) => 0.3 + 2 / Math.sqrt(1 + i / 20)

/** The obvious twin: a fresh window for every point. */
function slow(y: readonly number[], window: number, least: number): number[] {
  const kept = steps(y.length).filter((i) => Number.isFinite(y[i]))
  return kept.filter((at, k) => {
    const past = kept.slice(Math.max(0, k - window), k).map((i) => y[i]!)
    if (past.length < 8) return false
    const centre = median(past)
    const mean = past.reduce((a, v) => a + Math.abs(v - centre), 0) / past.length
    const scale = mad(past) || Math.sqrt(Math.PI / 2) * mean
    return y[at]! > centre && (y[at]! - centre) / scale >= least
  })
}

test('finds what a fresh window for every point finds', () => {
  for (const y of wild(101, 200, 120)) {
    for (const least of [2, 3.7, 8]) {
      expect(spikes(y, 16, least).map((s) => s.index)).toEqual(slow(y, 16, least))
    }
  }
})

test('finds the spikes of a loss with their size, and only them', () => {
  const y = curve(3, 1000, loss, 0.03)
  for (const at of [200, 500, 501, 900]) y[at]! += 2
  const found = spikes(y)
  expect(found.map((s) => s.index)).toEqual([200, 500, 501, 900])
  expect(found[0]!.value - found[0]!.baseline).toBeCloseTo(2, 0)
  expect(found[0]!.z).toBeGreaterThan(30)
})

test('a healthy curve has none, a new level is reported only until it is the past', () => {
  expect(spikes(curve(4, 2000, loss, 0.03, 0.5))).toEqual([])
  const jumped = spikes(
    curve(4, 300, (i) => (i < 150 ? 1 : 3), 0.03),
    20,
  )
  expect(jumped[0]!.index).toBe(150)
  expect(jumped.length).toBeLessThan(20)
})

test('after a constant past any rise is certain', () => {
  expect(spikes([...Array(20).fill(0.5), 0.51])).toEqual([{ index: 20, value: 0.51, baseline: 0.5, z: 1e6 }])
})

test('does not depend on unit or level; short and broken columns', () => {
  const y = curve(3, 300, loss, 0.03)
  y[100]! += 1
  expect(spikes(y.map((v) => 8 * v - 4)).map((s) => s.index)).toEqual(spikes(y).map((s) => s.index))
  for (const v of awkward) expect(hasNaN(spikes(v))).toBe(false)
  expect(spikes([])).toEqual([])
  expect(spikes([1, 2, 900])).toEqual([])
})
