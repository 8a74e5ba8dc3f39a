import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestAssignment } from './assignment.ts'

/** The obvious twin: all orders of the columns. */
function slow(table: readonly number[], n: number, row = 0, used: readonly number[] = []): number {
  if (row === n) return 0
  let best = Number.NEGATIVE_INFINITY
  for (let k = 0; k < n; k++)
    if (!used.includes(k)) best = Math.max(best, table[row * n + k]! + slow(table, n, row + 1, [...used, k]))
  return best
}

describe('the best assignment', () => {
  test('is that of all orders', () => {
    const tables = fc
      .integer({ min: 1, max: 6 })
      .chain((n) =>
        fc.tuple(fc.constant(n), fc.array(fc.integer({ min: -50, max: 999 }), { minLength: n * n, maxLength: n * n })),
      )
    fc.assert(
      fc.property(tables, ([n, table]) => {
        expect(bestAssignment(table, n)).toBe(slow(table, n))
      }),
    )
  })

  test('of nothing is 0', () => {
    expect(bestAssignment([], 0)).toBe(0)
  })

  test('finds a planted order among 200', () => {
    const n = 200
    const table = new Float64Array(n * n)
    for (let i = 0; i < n; i++) table[i * n + ((i * 7 + 3) % n)] = 5
    expect(bestAssignment(table, n)).toBe(5 * n)
  })
})
