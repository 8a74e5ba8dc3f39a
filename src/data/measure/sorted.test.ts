// Sorted numbers against a slow twin that counts in a map and sorts anew.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quantile } from '../../signal/quantile.ts'
import { countedRuns, quantileOf } from './sorted.ts'

const values = fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ noNaN: true, min: -5, max: 5 })), {
  maxLength: 60,
})

it('counts as a map does', () => {
  fc.assert(
    fc.property(values, (list) => {
      const counts = new Map<number, number>()
      for (const one of list) counts.set(one === 0 ? 0 : one, (counts.get(one === 0 ? 0 : one) ?? 0) + 1)
      const slow = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 5)
      const { distinct, alike, top } = countedRuns(Float64Array.from(list, (one) => (one === 0 ? 0 : one)).sort(), 5)
      expect(distinct).toBe(counts.size)
      expect(top).toEqual(slow)
      const squares = [...counts.values()].reduce((sum, count) => sum + count * count, 0)
      expect(alike).toBeCloseTo(squares / Math.max(1, list.length) ** 2, 12)
    }),
  )
})

it('gives the quantiles that selection gives', () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
      const own = Float64Array.from(list)
      const fast = quantileOf(own.slice().sort(), share)
      if (list.length === 0) expect(fast).toBeNaN()
      else expect(fast).toBeCloseTo(quantile(own, share), 9)
    }),
  )
})
