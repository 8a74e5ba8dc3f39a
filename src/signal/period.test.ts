import { describe, expect, test } from 'vitest'
import { period, sawtooth } from './period.ts'
import { median } from './quantile.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

const loss = (i: number) => 0.5 + 2 / Math.sqrt(1 + i / 30)

/** The obvious twin: fold the detrended curve at every lag and ask which folded mean explains most, per free value. */
function slowPeriod(y: Float64Array, min: number, max: number): number {
  const n = y.length
  const rest = y.map((v, i) => {
    const reach = Math.min(40, i, n - 1 - i)
    const part = y.slice(i - reach, i + reach + 1)
    return v - part.reduce((a, w) => a + w, 0) / part.length
  })
  const explained = (lag: number) => {
    const folded = steps(lag).map((k) => rest.filter((_, i) => i % lag === k))
    const means = folded.map((f) => f.reduce((a, w) => a + w, 0) / f.length)
    return (folded.reduce((a, f, k) => a + f.length * means[k]! ** 2, 0) - lag * 0.01) / lag ** 0.2
  }
  return steps(max - min + 1)
    .map((k) => k + min)
    .reduce((a, b) => (explained(b) > explained(a) ? b : a))
}

describe('period', () => {
  test('is the lag at which the folded curve is clearest', () => {
    for (const lag of [12, 17, 25, 40]) {
      const y = curve(lag, 600, (i) => loss(i) + 0.3 * ((i % lag) / lag), 0.03)
      const found = period(y)!
      expect(found.lag).toBe(lag)
      expect(Math.abs(slowPeriod(y, 8, 60) - lag)).toBeLessThanOrEqual(1)
      expect(found.strength).toBeGreaterThan(0.5)
    }
  })
  test('finds the epoch of a loss in its noise, also when told where to look', () => {
    const y = curve(3, 4000, (i) => loss(i) + 0.1 * ((i % 391) / 391), 0.05)
    expect(Math.abs(period(y)!.lag - 391)).toBeLessThanOrEqual(1)
    expect(Math.abs(period(y, { min: 350, max: 420 })!.lag - 391)).toBeLessThanOrEqual(1)
  })
  test('noise, correlated noise and a smooth loss have none', () => {
    const seen = steps(60).filter((seed) => period(curve(seed, 400, loss, 0.05, seed % 2 === 0 ? 0 : 0.6)) !== null)
    expect(seen.length).toBeLessThan(6)
    expect(period(curve(1, 300, (i) => 3 - i / 100, 0))).toBeNull()
  })
  test('blind to unit and level; short and broken columns', () => {
    const y = curve(3, 400, (i) => Math.sin(i / 5), 0.1)
    expect(period(y.map((v) => 7 - 3 * v))!.lag).toBe(period(y)!.lag)
    expect(period([])).toBeNull()
    expect(period([1, 2, 1, 2, 1])).toBeNull()
    expect(period([1, 2, 3, 1, 2, 3, 1, 2, 3], { min: 5, max: 1 })).toBeNull()
    for (const v of [...awkward, ...wild(161, 200)]) expect(hasNaN(period(v)), String(v)).toBe(false)
  })
})

describe('sawtooth', () => {
  test('equals medians of fifths, group by group', () => {
    wild(162, 200).forEach((y, k) => {
      const group = y.map((_, i) => Math.floor(i / (3 + (k % 9))))
      const parts = [...new Set(group)]
        .map((g) => y.filter((v, i) => group[i] === g && Number.isFinite(v)))
        .filter((part) => part.length > 1)
      const answer = sawtooth(y, group)
      if (parts.length < 2) {
        expect(answer).toBeNull()
        return
      }
      const fifth = (part: number[]) => Math.max(1, Math.floor(part.length / 5))
      const head = (part: number[]) => median(part.slice(0, fifth(part)))
      const tail = (part: number[]) => median(part.slice(-fifth(part)))
      const jumps = parts.slice(1).map((part, i) => head(part) - tail(parts[i]!))
      expect(answer!.groups).toBe(parts.length)
      expect(answer!.jump).toBe(median(jumps))
      expect(answer!.within).toBe(median(parts.map((part) => tail(part) - head(part))))
      expect(hasNaN(answer)).toBe(false)
    })
  })
  test('data in order: the loss falls inside each epoch and jumps back at every border', () => {
    const y = curve(1, 500, (i) => 1 - 0.4 * ((i % 50) / 50) - i / 5000, 0.03)
    const found = sawtooth(
      y,
      steps(500).map((i) => Math.floor(i / 50)),
    )!
    expect(found.jump).toBeGreaterThan(5 * found.noise)
    expect(found.within).toBeLessThan(-5 * found.noise)
    expect(found.consistent).toBe(1)
    expect(found.groups).toBe(10)
  })
  test('a shuffled run has none', () => {
    const found = sawtooth(
      curve(1, 500, loss, 0.05),
      steps(500).map((i) => Math.floor(i / 50)),
    )!
    expect(Math.abs(found.jump)).toBeLessThan(found.noise)
  })
  test('one group is not enough', () => {
    expect(sawtooth([1, 2, 3], [0, 0, 0])).toBeNull()
    expect(sawtooth([], [])).toBeNull()
    expect(sawtooth([1, 1, 1, 1], [0, 0, 1, 1])).toMatchObject({ within: 0, jump: 0, consistent: 0 })
  })
})
