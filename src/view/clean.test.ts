// Text from outside, made harmless.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from './clean.ts'

const ESC = '\u001b'

describe('clean', () => {
  it.each([
    [`${ESC}[31mred${ESC}[0m`, 'red'],
    [`${ESC}]0;title\u0007loss`, 'loss'],
    [`${ESC}]8;;http://x${ESC}\\link${ESC}]8;;${ESC}\\`, 'link'],
    ['\u009b2Jloss', 'loss'],
    [`a${ESC}Pq#0;2;0;0;0${ESC}\\b`, 'ab'],
    ['loss\r\nval\tx', 'loss val x'],
    ['evil\u202egol.txt', 'evilgol.txt'],
    ['a\u200b\u2066b\u{e0041}\u{e0100}', 'ab'],
    [`e${'\u0301'.repeat(40)}`, `e${'\u0301'.repeat(3)}`],
    ['\ud800', ''],
    ['损失 потери 😀', '损失 потери 😀'],
    ['<b>loss</b> & {x}', '<b>loss</b> & {x}'],
  ])('%j is %j', (text, harmless) => {
    expect(clean(text)).toBe(harmless)
  })

  it('cuts what is long and says so, never in the middle of a character', () => {
    expect(clean('x'.repeat(1000), 10)).toBe('xxxxxxxxx…')
    expect(clean('😀'.repeat(1000), 10)).toBe(`${'😀'.repeat(4)}…`)
    expect(clean(`${ESC}[`.repeat(1_000_000), 10)).toBe('…')
  })

  it('leaves no control, no hidden character and no more than asked of any text', () => {
    const nasty = fc.string({
      unit: fc.constantFrom(ESC, '[', ']', ';', 'm', '\u0007', '\u009b', '\u202e', 'a', ' ', '\n', '\ud83d'),
    })
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string({ unit: 'binary' })), fc.integer({ min: 2, max: 50 }), (text, most) => {
        const line = clean(text, most)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u)
        expect(line.length).toBeLessThanOrEqual(most)
        expect(clean(line, most)).toBe(line)
      }),
    )
  })

  it('is quick on a megabyte of beginnings', () => {
    const started = performance.now()
    for (const start of [`${ESC}]`, `${ESC}[`, '\u0301', ' \n']) clean(start.repeat(500_000))
    expect(performance.now() - started).toBeLessThan(500)
  })
})
