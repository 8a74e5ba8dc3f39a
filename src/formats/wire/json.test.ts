// The JSON tokenizer against JSON.parse, and whole lines with bare NaN.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonScalar, jsonTokens, parseJson } from './json.ts'

/** Builds values from tokens, as a slow twin of JSON.parse. */
function built(bytes: Uint8Array, cuts: readonly number[] = []): unknown[] {
  const roots: unknown[] = []
  const stack: { kind: string; value: Record<string, unknown> | unknown[]; key: string }[] = []
  const place = (value: unknown): void => {
    const top = stack.at(-1)
    if (!top) roots.push(value)
    else if (Array.isArray(top.value)) top.value.push(value)
    else Object.defineProperty(top.value, top.key, { value, enumerable: true, configurable: true, writable: true })
  }
  const tokens = jsonTokens({
    open(kind) {
      const value = kind === 'array' ? [] : {}
      place(value)
      stack.push({ kind, value, key: '' })
    },
    close: () => void stack.pop(),
    key(name) {
      stack.at(-1)!.key = name
    },
    value: (value: JsonScalar) => place(value),
  })
  let from = 0
  for (const cut of [...cuts, bytes.length].sort((a, b) => a - b)) {
    tokens.push(bytes.subarray(from, cut))
    from = cut
  }
  tokens.end()
  return roots
}

const encode = (text: string) => new TextEncoder().encode(text)

describe('jsonTokens', () => {
  it('reads what JSON.parse reads, however it is cut', () => {
    fc.assert(
      fc.property(fc.json(), fc.array(fc.nat(60)), (text, cuts) => {
        const bytes = encode(text)
        const inside = cuts.filter((cut) => cut <= bytes.length)
        expect(built(bytes, inside)).toEqual([JSON.parse(text)])
      }),
      { numRuns: 300 },
    )
  })

  it('reads bare NaN and infinities, and several values', () => {
    expect(built(encode('[NaN, -Infinity, 1e5] {"a": Infinity}\n-0.5'))).toEqual([
      [Number.NaN, Number.NEGATIVE_INFINITY, 1e5],
      { a: Number.POSITIVE_INFINITY },
      -0.5,
    ])
  })

  it.each([
    ['{"a" 1}', 'error.malformed-json', 5],
    ['[1 2]', 'error.malformed-json', 3],
    ['{1: 2}', 'error.malformed-json', 1],
    ['[nope]', 'error.malformed-json', 1],
    ['[1}', 'error.malformed-json', 2],
    ['['.repeat(70), 'error.too-deep', 64],
  ])('names the byte in %s', (text, id, byte) => {
    expect(() => built(encode(text))).toThrowError(
      expect.objectContaining({ id, values: expect.objectContaining({ byte }) }),
    )
  })

  it('keeps the beginning of a string that does not end', () => {
    expect((built(encode(`["${'a'.repeat(200_000)}", 1]`))[0] as unknown[]).map((one) => String(one).length)).toEqual([
      65_536, 1,
    ])
  })
})

describe('parseJson', () => {
  it('reads bare words as strings of these words, but not inside strings', () => {
    expect(parseJson('{"loss": NaN, "a": [-Infinity], "text": "NaN, \\"inf\\" nan"}')).toEqual({
      loss: 'NaN',
      a: ['-Infinity'],
      text: 'NaN, "inf" nan',
    })
    expect(parseJson('{"loss": ')).toBeUndefined()
  })
})
