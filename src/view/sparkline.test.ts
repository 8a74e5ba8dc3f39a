// Curves as one line of blocks.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sparkline } from './sparkline.ts'
import { ASCII, UNICODE } from './symbols.ts'

const draw = (values: readonly (number | null)[], columns = 32) => sparkline(values, columns, UNICODE)

describe('sparkline', () => {
  it('goes from the lowest block to the highest', () => {
    expect(draw([0, 1, 2, 3, 4, 5, 6, 7])).toEqual({ text: '▁▂▃▄▅▆▇█', scale: 'linear' })
    expect(sparkline([7, 0], 8, ASCII).text).toBe('#_')
  })

  it('draws noise around a level as a level', () => {
    expect(draw([2.42, 2.415, 2.411, 2.42]).text).toBe('▄▄▄▄')
    expect(draw([0, 0, 0]).text).toBe('▄▄▄')
  })

  it('takes the logarithm where the values span orders of magnitude, and says so', () => {
    expect(draw([1000, 100, 10, 1])).toEqual({ text: '█▆▃▁', scale: 'log' })
    expect(draw([-1, 1000, 100]).scale).toBe('linear')
  })

  it('lets rare peaks stand out without flattening the rest', () => {
    const values = Array.from({ length: 24 }, (_, i) => (i === 12 ? 5000 : 2 - i * 0.05))
    const { text, scale } = draw(values)
    expect(scale).toBe('peaks')
    expect(text[12]).toBe('█')
    expect(text[0]).toBe('▆')
    expect(text.at(-1)).toBe('▁')
  })

  it('marks what is not finite', () => {
    expect(draw([1, null, 3]).text).toBe('▁×█')
    expect(draw([null, null]).text).toBe('××')
    expect(draw([]).text).toBe('')
  })

  it('keeps a peak and a gap of one value when it must narrow 60 values to 10', () => {
    const values: (number | null)[] = Array.from({ length: 60 }, () => 1)
    values[33] = 9
    values[50] = null
    const { text } = draw(values, 10)
    expect(text).toHaveLength(10)
    expect(text[5]).toBe('█')
    expect(text[8]).toBe('×')
  })

  it('is never longer than asked and draws only blocks', () => {
    const value = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null })
    fc.assert(
      fc.property(fc.array(value, { maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (values, columns) => {
        const { text } = draw(values, columns)
        expect(text).toHaveLength(Math.min(values.length, columns))
        expect(text).toMatch(/^[▁▂▃▄▅▆▇█×]*$/)
      }),
    )
  })
})
