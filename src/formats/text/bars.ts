// One Keras bar: how far it is, and the ` - name: value` pairs behind it.

import { found, readNumber, wordNumber } from './numbers.ts'

export interface Pair {
  readonly name: string
  readonly value: number
}

export interface Bar {
  /** batches (old versions: examples) done and in all; NaN where the line has none (verbose=2) */
  readonly done: number
  readonly of: number
  readonly finished: boolean
  /** the line, and where its pairs begin: most bars are overwritten by the next, and nobody asks for their pairs */
  readonly text: string
  readonly dash: number
}

/** Reads a bar or a verbose=2 line; undefined for every other line. */
export function barOf(text: string): Bar | undefined {
  let at = 0
  while (text.charCodeAt(at) === 32) at++
  const code = text.charCodeAt(at)
  if (code === 45) return verbose2(text, at)
  if (!(code >= 48 && code <= 57)) return undefined
  if (!readNumber(text, at, false) || !found.integer) return undefined
  const done = found.value
  let i = found.end
  if (text.charCodeAt(i) !== 47 || !readNumber(text, i + 1, false)) return undefined
  const of = found.value
  i = found.end
  const dash = text.indexOf(' - ', i)
  const kind = barKind(text, i, dash)
  if (kind === undefined) return undefined
  const eta = kind === 'arrow' ? text.includes('ETA:', i) : kind === 'line' && !hasTimePerStep(text, i)
  return { done, of, finished: done >= of && !eta, text, dash: dash < 0 ? text.length : dash }
}

/** `[====>...]` of Keras 1 and 2, heavy lines of Keras 3, or only ` - 3s` behind the count. */
function barKind(text: string, from: number, dash: number): 'arrow' | 'line' | 'plain' | undefined {
  let i = from
  while (text.charCodeAt(i) === 32) i++
  const code = text.charCodeAt(i)
  if (code === 91) {
    const next = text.charCodeAt(i + 1)
    return next === 61 || next === 62 || next === 46 ? 'arrow' : undefined
  }
  if (code === 0x2501) return 'line'
  return dash >= 0 && i >= dash && /^ - \d+(?:s|ms|us)\b/.test(text.slice(dash, dash + 16)) ? 'plain' : undefined
}

/** A running bar of Keras 3 shows the time left, a finished one the time taken; both are `34s 74ms/step`. */
function hasTimePerStep(text: string, from: number): boolean {
  return (
    text.indexOf('/step', from) > 0 || text.indexOf('/epoch', from) > 0 || / \d+s /.test(text.slice(from, from + 80))
  )
}

function verbose2(text: string, at: number): Bar | undefined {
  if (
    !/^- \d+(?:s|ms)? - |^- \d+s \d+[mun]?s\/(?:step|epoch|sample) - |^- (?:val_)?loss: /.test(text.slice(at, at + 40))
  )
    return undefined
  const bar = { done: Number.NaN, of: Number.NaN, finished: true, text, dash: at }
  return pairsOf(bar).length === 0 ? undefined : bar
}

/** The pairs of a bar, in order. */
export function pairsOf({ text, dash: from }: Bar): Pair[] {
  const pairs: Pair[] = []
  let i = from
  while (i < text.length && pairs.length < 200) {
    const colon = text.indexOf(':', i)
    if (colon < 0) break
    const dash = text.lastIndexOf(' - ', colon)
    const start = dash >= i ? dash + 3 : skip(text, i)
    i = colon + 1
    const name = text.slice(start, colon)
    if (!isName(name) || name === 'ETA') continue
    const read = valueAt(text, i)
    if (read === undefined) continue
    pairs.push({ name: intern(name), value: read.value })
    i = read.end
  }
  return pairs
}

function skip(text: string, from: number): number {
  let i = from
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 45) i++
  return i
}

function valueAt(text: string, from: number): { value: number; end: number } | undefined {
  let i = from
  while (text.charCodeAt(i) === 32) i++
  const minus = text.charCodeAt(i) === 45
  if (minus) i++
  const code = text.charCodeAt(i)
  if (code >= 48 && code <= 57) {
    if (!readNumber(text, i, false)) return undefined
    const after = text.charCodeAt(found.end)
    if (after === 58 || (after >= 97 && after <= 122)) return undefined
    return { value: minus ? -found.value : found.value, end: found.end }
  }
  let end = i
  while (/[a-z]/i.test(text[end] ?? '')) end++
  const word = wordNumber(text, i, end)
  return word === undefined ? undefined : { value: minus ? -word : word, end }
}

function isName(name: string): boolean {
  if (name.length === 0 || name.length > 80) return false
  const code = name.charCodeAt(0)
  const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127
  return letter && !/\s{2}|[[\]{}"']/.test(name)
}

const names = new Map<string, string>()

/** The same name as one string, which does not keep the text alive that it was cut from. */
function intern(name: string): string {
  const known = names.get(name)
  if (known !== undefined) return known
  if (names.size > 2000) names.clear()
  const copy = Array.from(name).join('')
  names.set(copy, copy)
  return copy
}
