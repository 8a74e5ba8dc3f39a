import { describe, expect, test } from 'vitest'
import { type ScreenOptions, screen } from './stream.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

const loss = (i: number) => 0.3 + 2 / Math.sqrt(1 + i / 50)

function run(y: ArrayLike<number>, options: Partial<ScreenOptions> = {}) {
  const s = screen(options)
  for (let i = 0; i < y.length; i++) s.push(y[i]!)
  return s.report()
}

/** The obvious twin of level and scale: each from the whole past, by the definition. */
function slowLevels(v: readonly number[], alpha: number): { level: number; scale: number }[] {
  const deviation = Math.sqrt(Math.PI / 2)
  const states: { level: number; scale: number }[] = []
  v.forEach((value, i) => {
    const before = states[i - 1]
    const off = before ? value - before.level : 0
    const weight = i < 16 ? 1 / (i + 1) : alpha
    const free = i < 16 || before!.scale === 0
    const held = free ? off : Math.sign(off) * Math.min(Math.abs(off), 4 * before!.scale)
    states.push({
      level: before ? before.level + weight * held : value,
      scale: before ? (1 - weight) * before.scale + weight * deviation * Math.abs(held) : 0,
    })
  })
  return states
}

describe('screen', () => {
  test('counts, extremes, mean and variance equal two passes over the column', () => {
    for (const y of wild(171, 300)) {
      const kept = y.filter(Number.isFinite)
      const answer = run(y)
      expect(answer.count).toBe(y.length)
      expect(answer.finite).toBe(kept.length)
      const kinds = [
        [answer.nan, Number.NaN],
        [answer.positiveInfinity, Number.POSITIVE_INFINITY],
        [answer.negativeInfinity, Number.NEGATIVE_INFINITY],
      ] as const
      for (const [seen, what] of kinds) {
        expect(seen.first).toBe(y.findIndex((v) => Object.is(v, what)))
        expect(seen.count).toBe(y.filter((v) => Object.is(v, what)).length)
      }
      if (kept.length === 0) continue
      expect(answer.min).toEqual({ value: Math.min(...kept), index: y.indexOf(Math.min(...kept)) })
      expect(answer.max).toEqual({ value: Math.max(...kept), index: y.indexOf(Math.max(...kept)) })
      const mean = kept.reduce((a, v) => a + v, 0) / kept.length
      expect(answer.mean).toBeCloseTo(mean, 7)
      const squares = kept.reduce((a, v) => a + (v - mean) ** 2, 0)
      if (kept.length > 1)
        expect(answer.variance / (squares / (kept.length - 1) || 1)).toBeCloseTo(squares > 0 ? 1 : 0, 9)
      expect(hasNaN(answer)).toBe(false)
    }
  })
  test('level, scale and the three judgements equal their definitions applied to the whole column', () => {
    for (const seed of steps(10)) {
      const y = [...curve(seed, 400, (i) => (i < 250 ? loss(i) : loss(i) * (1 + (seed * (i - 250)) / 100)), 0.05)]
      y[100]! += seed
      const logs = y.map(Math.log)
      const levels = slowLevels(logs, 0.05)
      let [up, down, sum] = [0, 0, 0]
      const clip = (u: number) => Math.max(-4, Math.min(4, u))
      const spikes: number[] = []
      for (let i = 16; i < y.length; i++) {
        const { level, scale } = levels[i - 1]!
        const u = (logs[i]! - level) / scale
        if (Math.abs(u) >= 8) spikes.push(i)
        up = Math.max(0, up + clip(u) - 1)
        down = Math.max(0, down - clip(u) - 1)
        if (up > 8) up = 0
        if (down > 8) down = 0
        const lowest = Math.min(...levels.slice(15, i).map((l) => l.level))
        if (level === lowest && i > 16) sum = 0
        sum = Math.max(0, sum + clip((logs[i]! - lowest) / scale) - 1)
      }
      const answer = run(y)
      expect(answer.level).toBeCloseTo(levels.at(-1)!.level, 9)
      expect(answer.scale).toBeCloseTo(levels.at(-1)!.scale, 9)
      expect(answer.cusum.up).toBeCloseTo(up, 6)
      expect(answer.cusum.down).toBeCloseTo(down, 6)
      expect(answer.pageHinkley.sum).toBeCloseTo(sum, 6)
      for (const at of spikes)
        expect(answer.windows.some((w) => w.why === 'spike' && w.from <= at && at < w.to)).toBe(true)
      if (spikes.length === 0) expect(answer.windows.some((w) => w.why === 'spike')).toBe(false)
    }
  })
  test('points out the spike, the shift, the rise and the first NaN of training-like curves', () => {
    const at = (y: Float64Array, why: string) => run(y).windows.filter((w) => w.why === why)
    const spiked = curve(1, 5000, loss, 0.02)
    spiked[3000] = 9
    expect(at(spiked, 'spike')).toEqual([{ from: 2968, to: 3033, why: 'spike' }])
    const shifted = at(
      curve(1, 5000, (i) => (i < 3000 ? 1 : 0.7), 0.02),
      'shift',
    )
    expect(shifted.some((w) => w.from <= 3000 && 3000 < w.to && w.to < 3200)).toBe(true)
    const rose = at(
      curve(1, 5000, (i) => (i < 3000 ? loss(i) : loss(i) + (i - 3000) / 1000), 0.02),
      'rise',
    )
    expect(rose.at(-1)!.to).toBe(5000)
    expect(Math.abs(rose.at(-1)!.from - 3000)).toBeLessThan(400)
    expect(at(Float64Array.of(1, 2, Number.NaN, 3), 'nonfinite')).toEqual([{ from: 0, to: 4, why: 'nonfinite' }])
  })
  test('a healthy curve is left alone behind its steep start', () => {
    const windows = steps(20).flatMap((seed) => run(curve(seed, 5000, loss, 0.02, 0.3)).windows)
    expect(windows.filter((w) => w.to > 100)).toEqual([])
  })
  test('turns linear for good when a value at or below 0 arrives', () => {
    const s = screen()
    for (const v of curve(1, 100, () => 2, 0.1)) s.push(v)
    expect(s.report().log).toBe(true)
    expect(s.report().level).toBeCloseTo(Math.log(2), 1)
    s.push(-0.5)
    s.push(2)
    expect(s.report().log).toBe(false)
    expect(s.report().level).toBeCloseTo(2, 0)
    for (const v of curve(2, 300, () => 2, 0.1)) s.push(v)
    expect(s.report().pageHinkley.sum).toBeLessThan(50)
    expect(s.report().windows.map((w) => w.why)).toEqual(['spike'])
    expect(run([1, 2, 3], { log: 'never' }).log).toBe(false)
  })
  test('short, constant and broken columns; a report does not disturb', () => {
    expect(run([])).toMatchObject({ count: 0, min: { value: 0, index: -1 }, variance: 0, windows: [], log: false })
    expect(run(new Array(100).fill(0.3)).windows).toEqual([])
    expect(run([...new Array(100).fill(0.3), 0.4]).windows[0]!.why).toBe('spike')
    for (const y of [...awkward, ...wild(172, 100)]) {
      expect(hasNaN(run(y)), String(y)).toBe(false)
      const s = screen()
      for (const v of y) {
        s.push(v)
        s.report()
      }
      expect(s.report()).toEqual(run(y))
    }
  })
})
