import { describe, expect, test } from 'vitest'
import { twoSided } from './normal.ts'
import { median } from './quantile.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'
import { mannKendall, theilSen } from './trend.ts'

/** The obvious twin: look at every pair. */
function slowS(y: readonly number[]): number {
  let s = 0
  for (let i = 0; i < y.length; i++) for (let j = 0; j < i; j++) s += Math.sign(y[i]! - y[j]!)
  return s
}

/** The uncorrected variance, straight from the book. */
function slowVariance(y: readonly number[]): number {
  const term = (t: number) => t * (t - 1) * (2 * t + 5)
  const sizes = [...new Set(y)].map((v) => y.filter((w) => w === v).length)
  return (term(y.length) - sizes.reduce((a, t) => a + term(t), 0)) / 18
}

describe('mannKendall', () => {
  test('S and tau equal the count over all pairs; z is never bolder than the uncorrected one', () => {
    for (const raw of wild(61, 200)) {
      const y = raw.filter(Number.isFinite)
      const answer = mannKendall(raw)
      const s = slowS(y)
      expect(answer.s).toBe(s)
      const pairs = (y.length * (y.length - 1)) / 2
      const ties = [...new Set(y)]
        .map((v) => y.filter((w) => w === v).length)
        .reduce((a, t) => a + (t * (t - 1)) / 2, 0)
      if (pairs > ties) expect(answer.tau).toBeCloseTo(s / Math.sqrt(pairs * (pairs - ties)), 9)
      const bold = Math.abs(s - Math.sign(s)) / Math.sqrt(slowVariance(y) || 1)
      expect(Math.abs(answer.z)).toBeLessThanOrEqual(bold + 1e-9)
      expect(answer.p).toBeCloseTo(twoSided(answer.z), 12)
    }
  })
  test('without correlation z is the textbook one', () => {
    const y = [...curve(7, 40, (i) => 0.02 * i, 1)]
    const s = slowS(y)
    expect(mannKendall(y).z).toBeCloseTo((s - Math.sign(s)) / Math.sqrt(slowVariance(y)), 9)
  })
  test('keeps its false alarms near 5 %, also when neighbours depend on each other', () => {
    for (const [rho, most] of [
      [0, 0.09],
      [0.5, 0.12],
      [0.8, 0.15],
    ] as const) {
      const alarms = steps(200).filter((seed) => mannKendall(curve(seed, 200, () => 1, 1, rho)).p < 0.05)
      expect(alarms.length / 200, `rho ${rho}`).toBeLessThanOrEqual(most)
    }
  })
  test('finds the fall of a loss, and that it is over', () => {
    const loss = curve(3, 400, (i) => 0.4 + 2 / Math.sqrt(1 + i / 4), 0.05, 0.3)
    expect(mannKendall(loss).z).toBeLessThan(-3)
    expect(mannKendall(curve(3, 400, () => 0.4, 0.05)).p).toBeGreaterThan(0.05)
    expect(mannKendall(curve(3, 60, (i) => 1 - i / 100, 0)).z).toBeLessThan(-3)
  })
  test('turns round with the curve and ignores any growing transformation', () => {
    const y = curve(5, 80, (i) => 0.01 * i, 0.5)
    expect(mannKendall(y.map((v) => -v)).s).toBe(-mannKendall(y).s)
    expect(mannKendall(y.map((v) => Math.exp(v))).s).toBe(mannKendall(y).s)
  })
  test('short, constant and broken columns', () => {
    expect(mannKendall([])).toEqual({ s: 0, z: 0, p: 1, tau: 0 })
    expect(mannKendall([1, 2])).toEqual({ s: 1, z: 0, p: 1, tau: 1 })
    expect(mannKendall([4, 4, 4, 4])).toEqual({ s: 0, z: 0, p: 1, tau: 0 })
    for (const y of awkward) expect(hasNaN(mannKendall(y)), String(y)).toBe(false)
  })
})

describe('theilSen', () => {
  test('slope and intercept equal medians over all pairs', () => {
    for (const raw of wild(62, 100, 30)) {
      const x = steps(raw.length)
      const kept = x.filter((i) => Number.isFinite(raw[i]))
      if (kept.length < 2) continue
      const between = kept.flatMap((i) => kept.filter((j) => j < i).map((j) => (raw[i]! - raw[j]!) / (i - j)))
      const answer = theilSen(x, raw)
      expect(answer.slope).toBeCloseTo(median(between), 8)
      expect(answer.intercept).toBeCloseTo(median(kept.map((i) => raw[i]! - answer.slope * i)), 6)
      if (Number.isFinite(answer.low)) expect(between).toContain(answer.low)
    }
  })
  test('the interval is the order statistics that Kendall leaves (Hollander & Wolfe, 9.3)', () => {
    const y = [...curve(7, 40, (i) => 0.05 * i, 1)]
    const between = steps(40).flatMap((i) => steps(i).map((j) => (y[i]! - y[j]!) / (i - j)))
    between.sort((a, b) => a - b)
    const c = 1.959964 * Math.sqrt(slowVariance(y))
    const answer = theilSen(steps(40), y)
    expect(answer.low).toBe(between[Math.round((780 - c) / 2) - 1])
    expect(answer.high).toBe(between[780 - Math.round((780 - c) / 2)])
  })
  test('holds the true slope in its interval nearly always', () => {
    for (const rho of [0, 0.6]) {
      const held = steps(100).filter((seed) => {
        const line = theilSen(
          steps(120),
          curve(seed, 120, (i) => 0.03 * i, 0.5, rho),
        )
        return line.low <= 0.03 && 0.03 <= line.high
      })
      expect(held.length, `rho ${rho}`).toBeGreaterThanOrEqual(86)
    }
  })
  test('a long curve is answered on bins, close to the exact line', () => {
    const y = curve(2, 3000, (i) => 5 - 0.001 * i, 0.2)
    const line = theilSen(steps(3000), y)
    expect(line.slope).toBeCloseTo(-0.001, 4)
    expect(line.high).toBeLessThan(-0.0009)
    expect(theilSen(steps(3000), y, 200).slope).toBeCloseTo(line.slope, 5)
  })
  test('a fifth of wild points does not tilt it', () => {
    const y = curve(2, 100, (i) => 2 * i, 0.1).map((v, i) => (i % 5 === 0 ? 1e6 : v))
    expect(theilSen(steps(100), y).slope).toBeCloseTo(2, 1)
  })
  test('short and broken columns', () => {
    const open = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY }
    expect(theilSen([], [])).toEqual({ slope: 0, intercept: 0, ...open })
    expect(theilSen([3], [7])).toEqual({ slope: 0, intercept: 7, ...open })
    expect(theilSen([1, 2], [5, 7])).toEqual({ slope: 2, intercept: 3, ...open })
    expect(theilSen([1, 1, 1], [5, 7, 9])).toEqual({ slope: 0, intercept: 7, ...open })
    for (const y of awkward) expect(hasNaN(theilSen(steps(y.length), y)), String(y)).toBe(false)
  })
})
