// Lines by display width.

import fc from 'fast-check'
import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { cut, pad, width, wrap } from './wrap.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(...'损失下降（“”），。ab1 %'), maxLength: 60 }),
)

describe('wrap', () => {
  it('breaks at spaces and keeps a number with its per cent sign', () => {
    expect(wrap('the loss rises by 19 % here', 20)).toEqual(['the loss rises by', '19 % here'])
  })

  it('breaks a word only where it alone is wider than a line', () => {
    expect(wrap('a abcdefgh b', 4)).toEqual(['a', 'abcd', 'efgh', 'b'])
    expect(wrap('损失上升了', 4)).toEqual(['损失', '上升', '了'])
  })

  it('breaks Chinese between characters, and keeps its signs and foreign words whole', () => {
    expect(wrap('按范数裁剪梯度（先用 1.0）。这只是权宜之计。', 20)).toEqual([
      '按范数裁剪梯度（先用',
      '1.0）。这只是权宜之',
      '计。',
    ])
    expect(wrap('损失的值 [先试用再确认]', 20)).toEqual(['损失的值', '[先试用再确认]'])
    expect(wrap('用（warm-up）吧', 12)).toEqual(['用', '（warm-up）', '吧'])
  })

  it('loses nothing but spaces, and stays within the columns', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 60 }), (words, columns) => {
        const lines = wrap(words, columns)
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
      }),
    )
  })
})

describe('width', () => {
  it('is what string-width says, also for what it is not asked', () => {
    for (let code = 0x20; code < 0x2800; code++) {
      const letter = String.fromCodePoint(code)
      if (/\p{Cc}|\p{M}|\p{Cf}/u.test(letter)) continue
      expect(width(`a${letter}b`), letter).toBe(stringWidth(`a${letter}b`))
    }
  })
})

describe('cut and pad', () => {
  it('lets the middle give way', () => {
    expect(cut('model.layers.17.attention.weight', 16)).toBe('model.la….weight')
    expect(cut('short', 16)).toBe('short')
  })

  it('fills exactly the columns asked for', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 60 }), (name, columns) => {
        // a character of two columns may leave one free, which is filled
        expect(width(pad(name, columns))).toBe(columns)
      }),
    )
  })
})
