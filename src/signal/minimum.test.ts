import { expect, test } from 'vitest'
import { MOST_Z, rise } from './minimum.ts'
import { median } from './quantile.ts'
import { curve, hasNaN, steps, wild } from './test-support.ts'

test('lowest and last level equal medians of every window, one by one', () => {
  for (const raw of wild(81, 200, 90)) {
    const y = Float64Array.from(raw.filter(Number.isFinite))
    const half = Math.min(15, Math.floor(y.length / 20))
    const places = steps(y.length).filter((i) => i >= half && i < y.length - half)
    const levels = places.map((i) => median(y.slice(i - half, i + half + 1)))
    const best = Math.min(...levels)
    const answer = rise(y)
    if (y.length < 3 || levels.at(-1)! <= best) expect(answer).toBeNull()
    else expect(answer).toMatchObject({ best, last: levels.at(-1), index: places[levels.indexOf(best)] })
    expect(hasNaN(answer)).toBe(false)
  }
})

test('a flat curve seldom seems to have risen, whatever its correlation', () => {
  for (const rho of [0, 0.5]) {
    for (const n of [10, 30, 300]) {
      const seen = steps(200).filter((seed) => (rise(curve(seed, n, () => 1, 0.1, rho))?.z ?? 0) > 3)
      expect(seen.length / 200, `rho ${rho} n ${n}`).toBeLessThan(n === 10 ? 0.1 : 0.05)
    }
  }
})

test('a clear rise is clear, and a noiseless one certain', () => {
  expect(rise(curve(1, 200, (i) => Math.abs(i - 60) / 100, 0.05))!.z).toBeGreaterThan(8)
  expect(rise(Float64Array.of(3, 2, 2, 2.5))!.index).toBe(1)
  expect(rise(Float64Array.of(1, 2, 3, 4))!.z).toBe(MOST_Z)
})

test('a rise no larger than one that came back just before it is not certain', () => {
  const waves = curve(1, 225, (i) => Math.sin((2 * Math.PI * i) / 100) - i / 1000, 0.02)
  expect(Math.abs(rise(waves)!.index - 175)).toBeLessThan(10)
  expect(rise(waves)!.z).toBeLessThan(3.1)
  const risen = Float64Array.from([...waves, ...curve(2, 75, (i) => 1 + i / 5, 0.02)])
  expect(rise(risen)!.z).toBeGreaterThan(8)
})
