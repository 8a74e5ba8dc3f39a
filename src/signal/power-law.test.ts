import { expect, test } from 'vitest'
import { uniform } from './generator.ts'
import { powerLaw, predict } from './power-law.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

const ones = (n: number) => steps(n).map((i) => i + 1)

/** The obvious twin: least squares of a and b by their normal equations, on a fine grid of exponents. */
function slow(x: readonly number[], y: Float64Array): { a: number; b: number; c: number; error: number } {
  let best = { a: 0, b: 0, c: 0, error: Number.POSITIVE_INFINITY }
  for (let c = 0.05; c <= 4; c += 0.005) {
    const p = x.map((v) => v ** -c)
    const [n, sp, sy] = [x.length, p.reduce((s, v) => s + v, 0), y.reduce((s, v) => s + v, 0)]
    const spp = p.reduce((s, v) => s + v * v, 0)
    const spy = p.reduce((s, v, i) => s + v * y[i]!, 0)
    const b = (n * spy - sp * sy) / (n * spp - sp * sp)
    const a = (sy - b * sp) / n
    const error = p.reduce((s, v, i) => s + (y[i]! - a - b * v) ** 2, 0)
    if (error < best.error) best = { a, b, c, error }
  }
  return best
}

test('fits as well as a fine grid of exponents does', () => {
  for (const seed of steps(8)) {
    const y = curve(seed, 150, (i) => 0.5 + 2 * (i + 1) ** -(0.3 + seed / 10), 0.02)
    const twin = slow(ones(150), y)
    const fit = powerLaw(ones(150), y)!
    const error = y.reduce((s, v, i) => s + (v - predict(fit, i + 1)) ** 2, 0)
    expect(error / twin.error).toBeLessThan(1.02)
    expect(fit.residual).toBeCloseTo(Math.sqrt(error / 150), 9)
  }
})

test('recovers a law without noise', () => {
  const fit = powerLaw(
    ones(100),
    curve(0, 100, (i) => 1.5 + 3 * (i + 1) ** -0.7, 0),
  )!
  expect(fit.a).toBeCloseTo(1.5, 6)
  expect(fit.b).toBeCloseTo(3, 6)
  expect(fit.c).toBeCloseTo(0.7, 6)
  expect(predict(fit, 10_000)).toBeCloseTo(1.5 + 3 * 10_000 ** -0.7, 6)
})

test('the interval holds the true asymptote most of the time, on points and on means of runs', () => {
  for (const n of [120, 3000]) {
    const held = steps(30).filter((seed) => {
      const { low, high } = powerLaw(
        ones(n),
        curve(seed, n, (i) => 0.4 + 2 * (i + 1) ** -0.8, 0.03, 0.2),
      )!.asymptote
      return low <= 0.4 && 0.4 <= high
    })
    expect(held.length, `n ${n}`).toBeGreaterThanOrEqual(25)
  }
})

test('spikes do not bend it; a rising curve has b below 0; a constant is its own asymptote', () => {
  const y = curve(1, 150, (i) => 0.5 + 2 * (i + 1) ** -0.5, 0.01)
  const spiked = y.map((v, i) => (i % 50 === 30 ? v + 3 : v))
  expect(Math.abs(predict(powerLaw(ones(150), spiked)!, 300) - predict(powerLaw(ones(150), y)!, 300))).toBeLessThan(
    0.05,
  )
  expect(
    powerLaw(
      ones(50),
      curve(1, 50, (i) => 0.9 - 0.8 / (i + 1), 0.001),
    )!.b,
  ).toBeLessThan(0)
  const flat = powerLaw(
    ones(50),
    curve(1, 50, () => 2, 0),
  )!
  expect(flat.asymptote.low).toBeCloseTo(2, 9)
  expect(flat.asymptote.high).toBeCloseTo(2, 9)
})

test('the same numbers give the same interval, another generator nearly the same', () => {
  const y = curve(1, 100, (i) => 0.5 + 2 * (i + 1) ** -0.8, 0.02)
  expect(powerLaw(ones(100), y)).toEqual(powerLaw(ones(100), y))
  const other = powerLaw(ones(100), y, uniform(5))!
  expect(other.a).toBe(powerLaw(ones(100), y)!.a)
  expect(other.asymptote.low).not.toBe(powerLaw(ones(100), y)!.asymptote.low)
})

test('unit of x and y only rescale it', () => {
  const y = curve(1, 100, (i) => 0.5 + 2 * (i + 1) ** -0.8, 0.02)
  const fit = powerLaw(ones(100), y)!
  const scaled = powerLaw(
    ones(100).map((v) => v * 50),
    y.map((v) => 10 * v),
  )!
  expect(scaled.a).toBeCloseTo(10 * fit.a, 5)
  expect(predict(scaled, 5000)).toBeCloseTo(10 * predict(fit, 100), 6)
})

test('short and broken columns', () => {
  expect(powerLaw([], [])).toBeNull()
  expect(powerLaw([1, 2, 3, 4, 5], [5, 4, 3, 2, 1])).toBeNull()
  expect(powerLaw(steps(6), [9, 5, 4, 3, 2, 1])).toBeNull()
  expect(predict({ a: 1, b: 2, c: 0.5 }, 0)).toBe(Number.POSITIVE_INFINITY)
  expect(predict({ a: 1, b: 0, c: 0.5 }, -3)).toBe(1)
  for (const y of [...awkward, ...wild(151, 60)]) expect(hasNaN(powerLaw(ones(y.length), y)), String(y)).toBe(false)
})
