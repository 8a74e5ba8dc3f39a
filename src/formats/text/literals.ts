// Flat objects within a line, JSON or Python: quoted or bare names, numbers also as strings, bare NaN and Infinity.

import { found, numberOf, readNumber } from './numbers.ts'

/** A field's value: a number, or the text of any other scalar; nested objects are joined by `/`. */
export type Flat = readonly (readonly [string, number | string])[]

const MOST_FIELDS = 500
const DEEPEST = 6

interface Cursor {
  readonly text: string
  at: number
  fields: [string, number | string][]
}

/** Every object that a line holds, in order. What is no object, or is cut off, is left out. */
export function flatObjects(text: string): Flat[] {
  const out: Flat[] = []
  let from = text.indexOf('{')
  for (let tries = 0; from >= 0 && tries < 100; tries++) {
    const cursor: Cursor = { text, at: from, fields: [] }
    const whole = readObject(cursor, '', 0)
    if (whole && cursor.fields.length > 0) out.push(cursor.fields)
    from = text.indexOf('{', whole ? cursor.at : from + 1)
  }
  return out
}

function readObject(cursor: Cursor, path: string, depth: number): boolean {
  cursor.at++
  for (;;) {
    skipBlanks(cursor)
    const code = cursor.text.charCodeAt(cursor.at)
    if (code === 125) {
      cursor.at++
      return true
    }
    if (code === 44) {
      cursor.at++
      continue
    }
    const name = readName(cursor)
    if (name === undefined || cursor.fields.length >= MOST_FIELDS) return false
    if (!readValue(cursor, path === '' ? name : `${path}/${name}`, depth)) return false
  }
}

/** A name in quotes (or a bare one) and the colon behind it. */
function readName(cursor: Cursor): string | undefined {
  const quoted = readQuoted(cursor)
  const name = quoted ?? readBare(cursor, 58)
  skipBlanks(cursor)
  if (name === undefined || name === '' || cursor.text.charCodeAt(cursor.at) !== 58) return undefined
  cursor.at++
  return name.trim().slice(0, 200)
}

function readValue(cursor: Cursor, name: string, depth: number): boolean {
  skipBlanks(cursor)
  const code = cursor.text.charCodeAt(cursor.at)
  if (code === 123) return depth < DEEPEST && readObject(cursor, name, depth + 1)
  if (code === 91 || code === 40) return readList(cursor, name)
  if (readPlain(cursor, name)) return true
  const quoted = readQuoted(cursor)
  if (quoted !== undefined) {
    put(cursor, name, quoted)
    return true
  }
  const bare = readBare(cursor, 44)
  if (bare === undefined) return false
  put(cursor, name, unwrapped(bare.trim()))
  return true
}

/** A bare number with nothing around it, as most values are. */
function readPlain(cursor: Cursor, name: string): boolean {
  const { text } = cursor
  const minus = text.charCodeAt(cursor.at) === 45
  const at = minus ? cursor.at + 1 : cursor.at
  const code = text.charCodeAt(at)
  if (!(code >= 48 && code <= 57) || !readNumber(text, at, false)) return false
  const stop = text.charCodeAt(found.end)
  if (stop !== 44 && stop !== 125) return false
  cursor.fields.push([name, minus ? -found.value : found.value])
  cursor.at = found.end
  return true
}

/** `tensor(0.35, ...)`, `np.float64(0.35)`: the number inside. */
function unwrapped(text: string): string {
  if (!text.endsWith(')') && !text.includes('(')) return text
  return /^(?:\w+\.)*(?:tensor|float\d*|Decimal|array)\(\[?([-+.\deE]+|nan|inf|-inf)/.exec(text)?.[1] ?? text
}

function put(cursor: Cursor, name: string, value: string): void {
  cursor.fields.push([name, numberOf(value) ?? value.slice(0, 200)])
}

/** Of a list of numbers only a single one is a value (`"lr": [0.01]`). */
function readList(cursor: Cursor, name: string): boolean {
  const close = cursor.text.charCodeAt(cursor.at) === 91 ? 93 : 41
  const start = cursor.at + 1
  let depth = 0
  for (let i = cursor.at; i < cursor.text.length; i++) {
    const code = cursor.text.charCodeAt(i)
    if (code === 91 || code === 40) depth++
    else if (code === 93 || code === 41) depth--
    if (depth > 0 || code !== close) continue
    const only = numberOf(cursor.text.slice(start, i))
    if (only !== undefined) cursor.fields.push([name, only])
    cursor.at = i + 1
    return true
  }
  return false
}

function readQuoted(cursor: Cursor): string | undefined {
  const quote = cursor.text.charCodeAt(cursor.at)
  if (quote !== 34 && quote !== 39) return undefined
  const start = cursor.at + 1
  for (let i = start; i < cursor.text.length; i++) {
    const code = cursor.text.charCodeAt(i)
    if (code === 92) i++
    else if (code === quote) {
      cursor.at = i + 1
      return cursor.text.slice(start, i)
    }
  }
  return undefined
}

/** Everything up to the stop or a closing brace, brackets counted; undefined at the end of the line. */
function readBare(cursor: Cursor, stop: number): string | undefined {
  const { text } = cursor
  let depth = 0
  for (let i = cursor.at; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (depth <= 0 && (code === stop || code === 125)) {
      const bare = text.slice(cursor.at, i)
      cursor.at = i
      return bare
    }
    if (code === 40 || code === 91) depth++
    else if (code === 41 || code === 93) depth--
    else if (code === 123 || code === 10) return undefined
  }
  return undefined
}

function skipBlanks(cursor: Cursor): void {
  let code = cursor.text.charCodeAt(cursor.at)
  while (code === 32 || code === 9 || code === 10 || code === 13) code = cursor.text.charCodeAt(++cursor.at)
}
