import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { half, numbers } from './values.ts'

const bits = Uint16Array.from({ length: 65_536 }, (_, i) => i)
const decoded = numbers('float16', bits)!

describe('half precision', () => {
  test('gives back every half', () => {
    const back = [...bits].filter((i) => !Object.is(decoded[half(decoded[i]!)], decoded[i]))
    expect(back).toEqual([])
  })

  test('is the nearest half', () => {
    const finite = [...decoded].filter(Number.isFinite)
    fc.assert(
      fc.property(fc.float({ min: -65000, max: 65000, noNaN: true }), (one) => {
        const least = finite.reduce((best, other) => Math.min(best, Math.abs(other - one)), Number.POSITIVE_INFINITY)
        expect(Math.abs(decoded[half(one)]! - one)).toBe(least)
      }),
      { numRuns: 50 },
    )
  })
})
