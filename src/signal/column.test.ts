import { describe, expect, test } from 'vitest'
import { finite, indexed, logOrLinear, present } from './column.ts'
import { awkward, wild } from './test-support.ts'

describe('finite', () => {
  test('keeps exactly the pairs that a plain filter keeps', () => {
    const xs = wild(1, 100)
    const ys = wild(2, 100)
    xs.forEach((x, k) => {
      const y = ys[k]!
      const n = Math.min(x.length, y.length)
      const pairs = x.slice(0, n).map((v, i) => [v, y[i]!] as const)
      const kept = pairs.filter((pair) => pair.every((v) => Number.isFinite(v)))
      const answer = finite(x, y)
      expect([...answer.x]).toEqual(kept.map((pair) => pair[0]))
      expect([...answer.y]).toEqual(kept.map((pair) => pair[1]))
      expect(answer.dropped).toBe(n - kept.length)
    })
  })
  test('numbers whose squares overflow count as not finite', () => {
    expect(present(1e101)).toBe(false)
    expect(present(-1e99)).toBe(true)
    expect(present(undefined)).toBe(false)
    expect(finite([0, 1], [1e300, 2])).toEqual({ x: Float64Array.of(1), y: Float64Array.of(2), dropped: 1 })
  })
  test('indexed remembers where a value stood', () => {
    expect([...indexed([5, Number.NaN, 7]).index]).toEqual([0, 2])
  })
})

describe('logOrLinear', () => {
  test('takes logarithms of a loss, and leaves what is not finite alone', () => {
    const answer = logOrLinear([1, Math.E, Number.NaN, Number.POSITIVE_INFINITY])
    expect(answer.log).toBe(true)
    expect([...answer.y]).toEqual([0, 1, Number.NaN, Number.POSITIVE_INFINITY])
  })
  test('one zero or one negative value keeps the column as it is', () => {
    expect(logOrLinear([1, 0, 2])).toEqual({ y: Float64Array.of(1, 0, 2), log: false })
    expect(logOrLinear([1, -3]).log).toBe(false)
    expect(logOrLinear([Number.NEGATIVE_INFINITY, 2]).log).toBe(true)
  })
  test('never changes its input, and copies a column without values', () => {
    for (const y of awkward) {
      const before = [...y]
      logOrLinear(y)
      expect([...y]).toEqual(before)
    }
    expect(logOrLinear([])).toEqual({ y: new Float64Array(0), log: false })
  })
})
