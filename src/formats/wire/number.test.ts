// Numbers in text and in bytes.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberAt, numberIn } from './number.ts'

function at(text: string): number | undefined {
  const bytes = new TextEncoder().encode(`x${text}y`)
  return numberAt(bytes, 1, bytes.length - 1)
}

describe('numberIn', () => {
  it.each([
    ['nan', Number.NaN],
    ['-nan', Number.NaN],
    ['NaN', Number.NaN],
    ['-1.#IND', Number.NaN],
    ['1.#QNAN', Number.NaN],
    ['inf', Number.POSITIVE_INFINITY],
    ['-Infinity', Number.NEGATIVE_INFINITY],
    ['1.#INF', Number.POSITIVE_INFINITY],
    ['1.7976931348623157e308', Number.POSITIVE_INFINITY],
    ['-1.7976931348623157e308', Number.NEGATIVE_INFINITY],
    ['1e-05', 1e-5],
    ['93.5%', 93.5],
    ['[0.001]', 0.001],
    ["tensor(0.5, device='cuda:0')", 0.5],
    [' 7. ', 7],
  ])('reads %s', (text, value) => {
    expect(numberIn(text)).toBe(value)
    expect(at(text)).toBe(value)
  })

  it.each([
    '',
    ' ',
    'NA',
    '#na#',
    'None',
    'null',
    '-',
    'True',
    '0:12',
    '1,234',
    'nanms',
    '1.2.3',
    '--1',
    '.',
    '-',
    '+',
  ])('finds none in %j', (text) => {
    expect(numberIn(text)).toBeUndefined()
    expect(at(text)).toBeUndefined()
  })
})

describe('numberAt', () => {
  it('is exact for every double as JavaScript and Python write it', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 17 }),
        (value, digits) => {
          const text = String(value)
          const shorter = value.toPrecision(digits)
          const bounded = (one: number) =>
            Math.abs(one) >= Number.MAX_VALUE ? Math.sign(one) * Number.POSITIVE_INFINITY : one
          expect(at(text)).toBe(bounded(Number(text)))
          expect(at(shorter)).toBe(bounded(Number(shorter)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never throws and never hangs', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => void numberAt(bytes, 0, bytes.length)))
  })
})
