// Bytes into text: the same as decoding all of them at once, however they are cut and whatever they are.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openDecoder } from './decode.ts'

function decoded(bytes: Uint8Array, cuts: readonly number[]): string {
  const decoder = openDecoder()
  let text = ''
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const to = Math.min(cut, bytes.length)
    text += decoder.push(bytes.subarray(from, to))
    from = to
  }
  return text + decoder.push(bytes.subarray(from)) + decoder.end()
}

const cuts = fc.array(fc.nat(60), { maxLength: 12 })
/** First bytes, following bytes and such as never occur, mixed so that characters are whole, cut and wrong. */
const byte = fc.constantFrom(
  0x41,
  0x0a,
  0x80,
  0xbf,
  0xc3,
  0xa9,
  0xe2,
  0x94,
  0x81,
  0xf0,
  0x9f,
  0x98,
  0xef,
  0xbb,
  0xff,
  0xc0,
)

describe('openDecoder', () => {
  it('reads UTF-8, well-formed or not', () => {
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 60 }), cuts, (list, at) => {
        const bytes = Uint8Array.from(list)
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe))
        expect(decoded(bytes, at)).toBe(new TextDecoder().decode(bytes))
      }),
      { numRuns: 2000 },
    )
  })

  it('drops a byte order mark at the beginning only', () => {
    const bytes = new TextEncoder().encode('\ufeffa\ufeffé')
    for (let cut = 0; cut <= bytes.length; cut++) expect(decoded(bytes, [cut])).toBe('a\ufeffé')
  })

  it('reads UTF-16 with its mark', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x61, 0x00, 0xe9, 0x00])
    for (let cut = 0; cut <= bytes.length; cut++) expect(decoded(bytes, [cut])).toBe('aé')
  })
})
