import { expect, test } from 'vitest'
import { changePoints } from './change-points.ts'
import { noise } from './noise.ts'
import { awkward, curve, hasNaN, steps, wild } from './test-support.ts'

/** The obvious twin: optimal partitioning over all last pieces, nothing pruned, every cost summed afresh. */
function slow(y: Float64Array, penalty: number, minLength: number): number[] {
  const unit = Math.max(noise(y).scale, 1e-3 * (Math.max(...y) - Math.min(...y))) || 1
  const cost = (a: number, b: number) => {
    const part = y.slice(a, b)
    const mean = part.reduce((s, v) => s + v, 0) / part.length
    return part.reduce((s, v) => s + ((v - mean) / unit) ** 2, 0)
  }
  const best = [{ value: -penalty, starts: [] as number[] }]
  for (let t = 1; t <= y.length; t++) {
    let choice = { value: Number.POSITIVE_INFINITY, starts: [] as number[] }
    for (let s = 0; s <= t - minLength; s++) {
      const value = best[s]!.value + cost(s, t) + penalty
      if (value < choice.value) choice = { value, starts: [...best[s]!.starts, s] }
    }
    best.push(choice)
  }
  return best.at(-1)!.starts
}

test('divides as unpruned optimal partitioning does', () => {
  for (const seed of steps(25)) {
    const y = curve(seed, 60, (i) => Math.floor(i / (7 + seed)) % 3, 0.2)
    for (const minLength of [1, 2, 5]) {
      const fast = changePoints(y, { penalty: 9, minLength }).map((s) => s.from)
      expect(fast, `seed ${seed}`).toEqual(slow(y, 9, minLength))
    }
  }
})

test('finds the drops at which a learning rate was cut', () => {
  const y = curve(2, 900, (i) => (i < 300 ? 1 : i < 600 ? 0.6 : 0.5), 0.05, 0.2)
  const found = changePoints(y)
  expect(found.length).toBe(3)
  expect(Math.abs(found[1]!.from - 300)).toBeLessThan(4)
  expect(Math.abs(found[2]!.from - 600)).toBeLessThan(12)
  expect(found[1]!.mean).toBeCloseTo(0.6, 1)
})

test('noise alone is one piece, also when correlated', () => {
  const pieces = steps(40).map((seed) => changePoints(curve(seed, 400, () => 1, 0.1, seed % 2 === 0 ? 0 : 0.5)).length)
  expect(pieces.filter((p) => p > 1).length).toBeLessThan(5)
})

test('a long curve is divided on bins and its indexes are those of the points', () => {
  const found = changePoints(curve(2, 20_000, (i) => (i < 12_345 ? 1 : 2), 0.2))
  expect(found.length).toBe(2)
  expect(Math.abs(found[1]!.from - 12_345)).toBeLessThan(25)
  expect(found[1]!.to).toBe(20_000)
})

test('pieces cover the column without holes; short, broken and constant columns', () => {
  expect(changePoints([])).toEqual([])
  expect(changePoints([7])).toEqual([{ from: 0, to: 1, mean: 7 }])
  expect(changePoints([3, 3, 3, 3, 3])).toEqual([{ from: 0, to: 5, mean: 3 }])
  expect(changePoints([0, 0, 0, 0, 5, 5, 5, 5]).map((s) => s.from)).toEqual([0, 4])
  for (const y of [...awkward, ...wild(141, 100)]) {
    const found = changePoints(y)
    expect(hasNaN(found), String(y)).toBe(false)
    found.forEach((s, k) => {
      expect(s.from).toBe(k === 0 ? 0 : found[k - 1]!.to)
    })
    if (found.length > 0) expect(found.at(-1)!.to).toBe(y.length)
  }
})
