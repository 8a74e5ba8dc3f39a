// The search for a rate on landscapes whose best rate is known, and what it costs beside a grid.

import { expect, test } from 'vitest'
import { bestOf, type Hint, searchRate } from './rates.ts'

/** Trains as a network does: well at the best rate, less well beside it, lost far above. */
async function searched(best: number, hint?: Hint, isCure?: (value: number) => boolean) {
  const asked: number[] = []
  const score = (factor: number) => (factor > 5 * best ? null : 1 - Math.abs(Math.log10(factor / best)) / 5)
  const known = await searchRate(
    score(1),
    hint,
    async (factors) => {
      asked.push(...factors)
      return factors.map(score)
    },
    isCure ? { isCure } : {},
  )
  return { best: bestOf(known), asked }
}

test.each([0.001, 0.01, 0.03, 0.1, 1, 3, 10, 100])('finds a rate that is %d times the right one', async (best) => {
  const found = await searched(best)
  expect(Math.abs(Math.log10(found.best / best))).toBeLessThan(0.3)
  expect(found.asked.length).toBeLessThanOrEqual(7)
})

test.each<[Hint, number]>([
  ['lower', 0.01],
  ['higher', 100],
])('a right hint (%s) saves the other side, a wrong one costs two trainings more at most', async (hint, best) => {
  const right = await searched(best, hint)
  const none = await searched(best)
  const wrong = await searched(best, hint === 'lower' ? 'higher' : 'lower')
  expect(right.best).toBe(none.best)
  expect(wrong.best).toBe(none.best)
  expect(right.asked.length).toBeLessThanOrEqual(none.asked.length)
  expect(wrong.asked.length).toBeLessThanOrEqual(none.asked.length + 2)
})

test('what is good enough is not refined', async () => {
  const found = await searched(0.01, 'lower', () => true)
  expect(found).toEqual({ best: 0.01, asked: [0.1, 0.01, 0.001] })
})

test('where the diagnosis points, steps that change nothing do not end the search', async () => {
  const known = await searchRate(0.1, 'lower', async (factors) => factors.map((one) => (one <= 0.01 ? 0.95 : 0.1)), {
    isCure: (value) => value > 0.5,
    isMore: (value, than) => value > than + 0.01,
  })
  expect([...known.keys()]).toEqual([1, 0.1, 0.01, 0.001])
  expect(bestOf(known)).toBe(0.01)
})

test('a rate that is right stays', async () => {
  const found = await searched(1)
  expect(found.best).toBe(1)
})

test('no rate is asked twice, none beyond the bounds', async () => {
  const all: number[] = []
  await searchRate(null, undefined, async (factors) => {
    all.push(...factors)
    return factors.map(() => null)
  })
  expect(new Set(all).size).toBe(all.length)
  expect(Math.min(...all)).toBeGreaterThanOrEqual(1e-4)
  expect(all.length).toBeLessThanOrEqual(8)
})
