// Lines out of bytes.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LONGEST_LINE, textLines } from './lines.ts'

function linesOf(bytes: Uint8Array, cuts: readonly number[] = []): { lines: [string, number][]; long: number } {
  const lines: [string, number][] = []
  const reader = textLines((line, number) => lines.push([line, number]))
  let from = 0
  for (const cut of [...cuts.filter((at) => at <= bytes.length), bytes.length].sort((a, b) => a - b)) {
    reader.push(bytes.subarray(from, cut))
    from = cut
  }
  reader.end()
  return { lines, long: reader.long() }
}

describe('textLines', () => {
  it('splits at any line end, however the bytes are cut', () => {
    const text = fc
      .array(fc.constantFrom('a', 'ß', '損', '\n', '\r\n', '\r', ''), { maxLength: 30 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(text, fc.array(fc.nat(60)), (whole, cuts) => {
        const expected = whole.split(/\r\n|\r|\n/)
        if (expected.at(-1) === '') expected.pop()
        const { lines } = linesOf(new TextEncoder().encode(whole), cuts)
        expect(lines).toEqual(expected.map((line, index) => [line, index + 1]))
      }),
    )
  })

  it('passes over a line that is too long and goes on after it', () => {
    const long = new TextEncoder().encode(`a\n${'x'.repeat(LONGEST_LINE + 1)}\nb`)
    const cuts = Array.from({ length: 64 }, (_, index) => index * 70_000)
    expect(linesOf(long, cuts)).toEqual({
      lines: [
        ['a', 1],
        ['b', 3],
      ],
      long: 1,
    })
  })
})
