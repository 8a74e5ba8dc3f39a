import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { coalitions } from './coalitions.ts'

function binomial(n: number, k: number): number {
  return k === 0 ? 1 : (binomial(n - 1, k - 1) * n) / k
}

const listed = ({ players, count, masks }: ReturnType<typeof coalitions>) =>
  Array.from({ length: count }, (_, c) => masks.subarray(c * players, (c + 1) * players).join(''))

describe('coalitions', () => {
  test('are all of them where the budget pays for it, with the weights of Shapley’s kernel', () => {
    for (const players of [2, 3, 6, 7, 11]) {
      const all = coalitions(players, 2 * players + 2048, 1)
      expect(all.exact).toBe(true)
      expect(new Set(listed(all)).size).toBe(2 ** players - 2)
      const kernel = listed(all).map((mask) => {
        const size = mask.replaceAll('0', '').length
        return (players - 1) / (binomial(players, size) * size * (players - size))
      })
      const total = kernel.reduce((sum, one) => sum + one, 0)
      all.weights.forEach((one, i) => {
        expect(one).toBeCloseTo(kernel[i]! / total, 12)
      })
    }
  })

  test('of few players are none', () => {
    for (const players of [0, 1]) expect(coalitions(players, 100, 1)).toMatchObject({ count: 0, exact: true })
  })

  test('are different ones, come with their complements, keep to the budget and weigh 1', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 2, max: 700 }),
        fc.integer(),
        (players, samples, seed) => {
          const some = coalitions(players, samples, seed)
          const names = listed(some)
          expect(some.count).toBeLessThanOrEqual(samples)
          expect(new Set(names).size).toBe(names.length)
          const other = (mask: string) => mask.replace(/[01]/g, (one) => (one === '0' ? '1' : '0'))
          expect(names.filter((mask) => !names.includes(other(mask)))).toEqual([])
          expect(some.weights.every((one) => one > 0)).toBe(some.count > 0)
          if (some.count > 0) expect(some.weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9)
          expect(listed(coalitions(players, samples, seed))).toEqual(names)
        },
      ),
    )
  })

  test('of twenty players begin with the sizes that weigh most, and draw the rest in the kernel’s proportion', () => {
    const some = coalitions(20, 2088, 3)
    const sizes = listed(some).map((mask) => mask.replaceAll('0', '').length)
    for (const size of [1, 19]) expect(sizes.filter((one) => one === size)).toHaveLength(20)
    expect(some.exact).toBe(false)
    const weighs = (size: number) => some.weights.reduce((sum, one, i) => (sizes[i] === size ? sum + one : sum), 0)
    const kernel = (size: number) => 19 / (size * (20 - size))
    for (const size of [3, 5, 10]) expect(weighs(size) / weighs(1) / (kernel(size) / kernel(1))).toBeCloseTo(1, 0)
  })
})
