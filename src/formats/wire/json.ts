// JSON as it comes: tokens out of bytes however they are cut, and whole values out of a line; bare NaN and Infinity are read.

import { ReadError } from '../format.ts'

export interface JsonEvents {
  open(kind: 'object' | 'array'): void
  close(kind: 'object' | 'array'): void
  key(name: string): void
  value(value: JsonScalar): void
}
export type JsonScalar = string | number | boolean | null

const DEEPEST = 64
/** the part of a string that is kept, unless the caller asks for more; the rest is read and forgotten */
const KEPT = 65_536
const WORDS: Readonly<Record<string, JsonScalar>> = {
  true: true,
  false: false,
  null: null,
  NaN: Number.NaN,
  nan: Number.NaN,
  '-nan': Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  inf: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
  '-inf': Number.NEGATIVE_INFINITY,
}

const enum_ = { value: 0, key: 1, colon: 2, comma: 3 } as const
type Expects = (typeof enum_)[keyof typeof enum_]
const { value: VALUE, key: KEY, colon: COLON, comma: COMMA } = enum_

/**
 * Reads any number of JSON values, one after another. A truncated tail is silent; `torn()` tells it. Throws ReadError with
 * the byte where something stands that cannot, and where nesting is deeper than 64. Of a string the first `kept` bytes arrive.
 */
export function jsonTokens(
  events: JsonEvents,
  kept = KEPT,
): { push(chunk: Uint8Array): void; end(): void; torn(): boolean } {
  const stack: ('object' | 'array')[] = []
  let held = new Uint8Array(KEPT)
  let size = 0
  let inside: 'none' | 'string' | 'word' = 'none'
  let escaped = false
  let escapes = false
  let expects: Expects = VALUE
  let byte = 0

  const fail = (at: number): never => {
    throw new ReadError('error.malformed-json', { byte: byte + at })
  }
  const after = (): void => {
    expects = stack.length === 0 ? VALUE : COMMA
  }
  const scalar = (value: JsonScalar): void => {
    events.value(value)
    after()
  }
  const text = (bytes: Uint8Array, from: number, to: number): string => {
    const raw = size === 0 ? bytes.subarray(from, to) : joined(bytes, from, to)
    size = 0
    return escapes ? unescaped(decode(raw.subarray(0, kept))) : decode(raw.subarray(0, kept))
  }
  const joined = (bytes: Uint8Array, from: number, to: number): Uint8Array => {
    hold(bytes, from, to)
    return held.subarray(0, size)
  }
  const hold = (bytes: Uint8Array, from: number, to: number): void => {
    const part = bytes.subarray(from, Math.min(to, from + kept - size))
    if (size + part.length > held.length) held = larger(held, Math.min(kept, 2 * (size + part.length)))
    held.set(part, size)
    size += part.length
  }

  /** Reads on in a string from `at`; returns the byte behind it, or the end of the chunk. */
  const inString = (bytes: Uint8Array, start: number): number => {
    let at = start
    for (; at < bytes.length; at++) {
      const one = bytes[at]!
      if (escaped) escaped = false
      else if (one === 0x5c) escaped = escapes = true
      else if (one === 0x22) {
        const string = text(bytes, start, at)
        inside = 'none'
        if (expects === KEY) {
          events.key(string)
          expects = COLON
        } else scalar(string)
        return at + 1
      }
    }
    hold(bytes, start, at)
    return at
  }

  const inWord = (bytes: Uint8Array, start: number): number => {
    let at = start
    while (at < bytes.length && isWord(bytes[at]!)) at++
    if (at === bytes.length) hold(bytes, start, at)
    else endWord(bytes, start, at)
    return at
  }
  const endWord = (bytes: Uint8Array, start: number, at: number): void => {
    escapes = false
    const word = text(bytes, start, at)
    inside = 'none'
    const value = Object.hasOwn(WORDS, word) ? WORDS[word]! : DECIMAL.test(word) ? Number(word) : undefined
    if (value === undefined) fail(at - word.length)
    else scalar(value)
  }

  const punctuation = (one: number, at: number): void => {
    if (one === 0x7b || one === 0x5b) {
      if (expects !== VALUE) fail(at)
      const kind = one === 0x7b ? 'object' : 'array'
      if (stack.push(kind) > DEEPEST) throw new ReadError('error.too-deep', { byte: byte + at, limit: DEEPEST })
      events.open(kind)
      expects = kind === 'object' ? KEY : VALUE
    } else if (one === 0x7d || one === 0x5d) {
      const kind = one === 0x7d ? 'object' : 'array'
      if (stack.pop() !== kind || expects === COLON) fail(at)
      events.close(kind)
      after()
    } else if (one === 0x2c) {
      if (expects === COMMA) expects = stack.at(-1) === 'object' ? KEY : VALUE
      else if (stack.length > 0 || expects !== VALUE) fail(at)
    } else if (one === 0x3a && expects === COLON) expects = VALUE
    else fail(at)
  }

  const push = (bytes: Uint8Array): void => {
    let at = 0
    while (at < bytes.length) {
      if (inside === 'string') at = inString(bytes, at)
      else if (inside === 'word') at = inWord(bytes, at)
      else {
        const one = bytes[at]!
        if (one <= 0x20 || (byte + at < 3 && one >= 0xbb)) at++
        else if (one === 0x22) {
          if (expects !== VALUE && expects !== KEY) fail(at)
          inside = 'string'
          escapes = false
          at++
        } else if (isWord(one)) {
          if (expects !== VALUE) fail(at)
          inside = 'word'
        } else punctuation(one, at++)
      }
    }
    byte += bytes.length
  }
  const isTorn = (): boolean => inside !== 'none' || stack.length > 0
  return {
    push,
    torn: isTorn,
    end() {
      if (inside === 'word' && stack.length === 0) endWord(new Uint8Array(0), 0, 0)
    },
  }
}

const DECIMAL = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/

function isWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    byte === 0x2d ||
    byte === 0x2e ||
    byte === 0x2b
  )
}

function larger(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(size)
  more.set(bytes)
  return more
}

const decoder = new TextDecoder()
function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

function unescaped(text: string): string {
  try {
    return JSON.parse(`"${text.replace(/[\x00-\x1f]/g, ' ')}"`)
  } catch {
    return text
  }
}

const BARE = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|nan|Infinity|inf)\b/g

/**
 * The value that `text` is, or undefined where it is no JSON. Bare NaN and infinities become strings of these words,
 * as other writers spell them.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    if (!/NaN|nan|inf/i.test(text)) return undefined
    try {
      return JSON.parse(text.replace(BARE, (found) => (found.startsWith('"') ? found : `"${found}"`)))
    } catch {
      return undefined
    }
  }
}
