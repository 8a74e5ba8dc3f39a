import { describe, expect, test } from 'vitest'
import { change, plateau } from './plateau.ts'
import { median } from './quantile.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'
import { theilSen } from './trend.ts'

/** The obvious twin: try every suffix, longest first. */
function slowStart(y: Float64Array): number {
  const holds = (a: number, b: number) => {
    const line = theilSen(steps(y.length).slice(a, b), y.slice(a, b), 200)
    return line.low <= 0 && line.high >= 0
  }
  return steps(y.length - 2).find((from) => {
    const n = y.length - from
    const half = from + Math.floor(n / 2)
    if (!holds(from, y.length)) return false
    if (n >= 10 && !(holds(from, half) && holds(half, y.length))) return false
    return n < 20 || holds(from, from + Math.floor(n / 4))
  })!
}

describe('plateau', () => {
  test('starts near where a search of every suffix starts, never before it', () => {
    for (const seed of steps(12)) {
      const y = curve(seed, 120, (i) => Math.max(1, 3 - i / 20), 0.05)
      const fast = plateau(steps(120), y)!
      const slow = slowStart(y)
      expect(fast.from).toBeGreaterThanOrEqual(slow)
      expect(fast.from - slow).toBeLessThan(40)
      const line = theilSen(steps(120).slice(fast.from), y.slice(fast.from), 200)
      expect(line.low <= 0 && line.high >= 0).toBe(true)
      expect(fast.level).toBe(median(y.slice(fast.from)))
      expect(fast.points).toBe(120 - fast.from)
      expect(fast.share).toBeCloseTo(fast.points / 120, 12)
    }
  })
  test('finds the flat end of a loss that fell for a third', () => {
    const found = plateau(
      steps(900),
      curve(4, 900, (i) => (i < 300 ? 3 - i / 150 : 1), 0.05, 0.3),
    )!
    expect(Math.abs(found.from - 300)).toBeLessThan(60)
    expect(found.level).toBeCloseTo(1, 1)
  })
  test('a loss that still falls has next to none; a constant is nothing but', () => {
    expect(
      plateau(
        steps(400),
        curve(4, 400, (i) => 3 - i / 200, 0.02),
      )!.share,
    ).toBeLessThan(0.12)
    expect(
      plateau(
        steps(50),
        curve(4, 50, () => 2.3, 0),
      ),
    ).toMatchObject({ from: 0, share: 1, slope: 0, level: 2.3 })
    expect(
      plateau(
        steps(300),
        curve(4, 300, () => 2.3, 0.01),
      )!.share,
    ).toBeGreaterThan(0.4)
  })
  test('a valley is not a plateau', () => {
    expect(
      plateau(
        steps(300),
        curve(4, 300, (i) => ((i - 150) / 100) ** 2, 0.02),
      )!.share,
    ).toBeLessThan(0.4)
  })
  test('indexes are those of the given column, holes included', () => {
    const y = [Number.NaN, 5, 4, 3, Number.NaN, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
    const found = plateau(steps(y.length), y)!
    expect(Number.isFinite(y[found.from])).toBe(true)
    expect(found.points).toBe(y.slice(found.from).filter(Number.isFinite).length)
  })
  test('short and broken columns', () => {
    expect(plateau([], [])).toBeNull()
    expect(plateau([0, 1], [1, 1])).toBeNull()
    expect(plateau([0, 1, 2], [3, 2, 1])).toMatchObject({ from: 0, points: 3 })
    for (const y of [...awkward, ...wild(71, 60)]) expect(hasNaN(plateau(steps(y.length), y)), String(y)).toBe(false)
  })
})

describe('change', () => {
  test('equals plain medians of the ends and a plain search for the minimum', () => {
    for (const y of wild(72, 200)) {
      const kept = y.filter(Number.isFinite)
      if (kept.length === 0) continue
      const share = Math.max(1, Math.floor(kept.length / 10))
      const answer = change(y)
      expect(answer.first).toBe(median(kept.slice(0, share)))
      expect(answer.last).toBe(median(kept.slice(-share)))
      expect(answer.best).toBe(Math.min(...kept))
      expect(answer.bestIndex).toBe(y.indexOf(answer.best))
      expect(answer.fall).toBe(answer.first - answer.last)
    }
  })
  test('tells a fall from noise', () => {
    const fell = change(curve(1, 200, (i) => 0.5 + 2 * Math.exp(-i / 30), 0.1))
    expect(fell.fall / fell.noise).toBeGreaterThan(10)
    const flat = change(curve(1, 200, () => 2.3, 0.1))
    expect(Math.abs(flat.fall) / flat.noise).toBeLessThan(1.5)
  })
  test('nothing to say', () => {
    expect(change([])).toEqual({ first: 0, last: 0, best: 0, bestIndex: -1, fall: 0, noise: 0 })
    for (const y of awkward) expect(hasNaN(change(y))).toBe(false)
  })
})
