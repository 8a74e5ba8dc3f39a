import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aligned, fixed } from './aligned.ts'

describe('aligned', () => {
  it.each([
    [
      [1, 0.972, 0.396],
      ['1.000', '0.972', '0.396'],
    ],
    [
      [1.39, 0.0022],
      ['1.390', '0.002'],
    ],
    [
      [13.4, 12.6, 2.3],
      ['13.40', '12.60', '2.30'],
    ],
    [
      [120, 3],
      ['120', '3'],
    ],
    [
      [0.5167, 1.5e-15],
      ['0.517', '0.000'],
    ],
    [
      [-0.0001, 0.5],
      ['0.000', '0.500'],
    ],
    [
      [0.0364, 0.0075],
      ['0.0364', '0.0075'],
    ],
    [
      [3e-5, 4e-4],
      ['3.00e-5', '0.0004'],
    ],
    [
      [null, undefined, Number.NaN, 2],
      ['–', '–', '–', '2'],
    ],
    [[], []],
  ])('writes %o as %o', (values, wanted) => {
    expect(aligned(values, 'en')).toEqual(wanted)
  })

  it("writes as the reader's language does", () => {
    expect(aligned([0.5, 0.25], 'ru')).toEqual(['0,500', '0,250'])
  })

  it('gives all values of usual size as many decimals', () => {
    const usual = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(usual, (values) => {
        const lengths = aligned(values, 'en').map((text) => text.split('.')[1]?.length ?? 0)
        expect(new Set(lengths).size).toBe(1)
      }),
    )
  })
})

describe('fixed', () => {
  it('knows no negative zero', () => {
    expect(fixed(-0.0001, 2, 'en')).toBe('0.00')
  })
})
