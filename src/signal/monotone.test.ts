import { expect, test } from 'vitest'
import { coarseMonotone, isotonic } from './monotone.ts'
import { curve, hasNaN, steps, wild } from './test-support.ts'

/** The obvious twin: max over starts of min over ends of the mean between (Robertson, Wright & Dykstra 1988). */
function slow(y: readonly number[]): number[] {
  const mean = (a: number, b: number) => y.slice(a, b).reduce((s, v) => s + v, 0) / (b - a)
  return y.map((_, i) =>
    Math.max(...steps(i + 1).map((a) => Math.min(...steps(y.length - i).map((b) => mean(a, i + b + 1))))),
  )
}

test('isotonic equals the max-min formula', () => {
  for (const raw of wild(181, 100, 20)) {
    const y = raw.filter(Number.isFinite)
    const fast = isotonic(Float64Array.from(y))
    slow(y).forEach((v, i) => {
      expect(fast[i]).toBeCloseTo(v, 6)
    })
  }
})

test('a line is its own coarse curve; a loss loses its shape and keeps its noise', () => {
  coarseMonotone(
    curve(0, 57, (i) => 3 - i, 0),
    -1,
  ).forEach((v, i) => {
    expect(v).toBeCloseTo(3 - i, 9)
  })
  const y = curve(1, 600, (i) => 0.4 + 2 * Math.exp(-i / 100), 0.05)
  const rest = y.map((v, i) => v - coarseMonotone(y, -1)[i]!)
  expect(Math.sqrt(rest.reduce((s, v) => s + v * v, 0) / 600)).toBeCloseTo(0.05, 1)
})

test('never turns, follows the direction, says the median of what is too short', () => {
  for (const raw of wild(182, 100)) {
    const y = Float64Array.from(raw.filter(Number.isFinite))
    const up = coarseMonotone(y, 1)
    const down = coarseMonotone(
      y.map((v) => -v),
      -1,
    )
    expect(hasNaN(up)).toBe(false)
    up.forEach((v, i) => {
      expect(down[i]).toBeCloseTo(-v, 6)
      if (i > 0) expect(v - up[i - 1]!).toBeGreaterThanOrEqual(-1e-6)
    })
  }
  expect([...coarseMonotone(Float64Array.of(3, 1, 2), 1)]).toEqual([2, 2, 2])
  expect(coarseMonotone(new Float64Array(0), 1).length).toBe(0)
})
