import { expect, test } from 'vitest'
import { divergence } from './divergence.ts'
import { noise } from './noise.ts'
import { median } from './quantile.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

const fall = (i: number) => 0.4 + 2 * Math.exp(-i / 20)

/** The obvious twin: every level as a plain median of logarithms, the sum by recursion. */
function slow(y: Float64Array): { from: number; last: number; sum: number } {
  const half = Math.min(15, Math.floor(y.length / 20))
  const logs = y.map(Math.log)
  const level = (i: number) => median(logs.slice(i - half, i + half + 1))
  const places = steps(y.length).filter((i) => i >= half && i < y.length - half)
  const from = places.reduce((a, b) => (level(b) < level(a) ? b : a))
  const scale = noise(logs).scale
  const sum = (i: number): number =>
    i < from ? 0 : Math.max(0, sum(i - 1) + Math.max(-4, Math.min(4, (logs[i]! - level(from)) / scale - 0.5)))
  return { from, last: Math.exp(level(places.at(-1)!)), sum: sum(y.length - 1) }
}

test('agrees with levels and sum computed point by point', () => {
  for (const seed of steps(20)) {
    const y = curve(seed, 150, (i) => fall(i) + (i > 100 ? (seed * (i - 100)) / 800 : 0), 0.03)
    const answer = divergence(y)
    const twin = slow(y)
    if (twin.sum < 8) expect(answer).toBeNull()
    if (seed > 8) expect(answer).not.toBeNull()
    if (answer === null) continue
    expect(answer.from).toBe(twin.from)
    expect(answer.last).toBeCloseTo(twin.last, 9)
  }
})

test('a loss that blows up diverges, and speeds up', () => {
  const found = divergence(curve(2, 300, (i) => fall(i) + (i > 200 ? 0.01 * Math.exp((i - 200) / 12) : 0), 0.02))!
  expect(found.factor).toBeGreaterThan(10)
  expect(found.accelerating).toBe(true)
  expect(found.from).toBeLessThan(260)
  expect(found.from).toBeGreaterThan(60)
})

test('a slow steady climb diverges without speeding up', () => {
  const found = divergence(curve(2, 400, (i) => (i < 100 ? 1 - i / 200 : 0.5 + (i - 100) / 300), 0.02))!
  expect(found.accelerating).toBe(false)
  expect(Math.abs(found.from - 100)).toBeLessThan(25)
  expect(found.last / found.best).toBeCloseTo(found.factor, 9)
})

test('a healthy loss does not, nor one with spikes that came back, nor five epochs of noise', () => {
  expect(divergence(curve(5, 500, fall, 0.03, 0.4))).toBeNull()
  const spiked = curve(5, 500, fall, 0.03).map((v, i) => (i % 90 === 89 ? 9 : v))
  expect(divergence(spiked)).toBeNull()
  expect(divergence([2.3, 1.1, 0.8, 0.82, 0.81])).toBeNull()
  expect(divergence([2.3, 1.5, 1.1, 0.9, 0.8, 0.75, 0.73, 0.72, 0.71, 3])).toBeNull()
  const alarms = steps(100).filter((seed) => divergence(curve(seed, 200, () => 1, 0.1, 0.3)) !== null)
  expect(alarms.length).toBeLessThan(6)
})

test('losses below 0 and short runs', () => {
  const found = divergence(curve(1, 200, (i) => -5 + Math.abs(i - 50) / 20, 0.05))!
  expect(found.factor).toBeGreaterThan(1.5)
  expect(divergence([2.3, 2, 4, 9, 50, 400, 9000])).toMatchObject({ from: 1, best: 2, last: 9000 })
  expect(divergence([])).toBeNull()
  expect(divergence([1, 2])).toBeNull()
})

test('does not depend on the unit, holes move only the index, never NaN', () => {
  const y = curve(2, 300, (i) => fall(i) + (i > 200 ? (i - 200) / 50 : 0), 0.02)
  const found = divergence(y)!
  expect(divergence(y.map((v) => v * 1000))!.factor).toBeCloseTo(found.factor, 9)
  expect(divergence([Number.NaN, ...y])!.from).toBe(found.from + 1)
  for (const v of [...awkward, ...wild(91, 200)]) expect(hasNaN(divergence(v)), String(v)).toBe(false)
})
