// Finds the numbers of a line in one pass, with what stands before each: the common ground of all dialects.

import { emptyFigure, type Figure, readFigure } from './figures.ts'
import { type Key, type Keys, openKeys } from './keys.ts'
import { isDigit } from './letters.ts'
import { isMessage } from './messages.ts'
import { readShape, type Shape, shapeOf } from './shapes.ts'
import { compoundEnd, nextNumber, signed, walk } from './tokens.ts'

export type { Figure } from './figures.ts'

export interface Scan {
  readonly figures: readonly Figure[]
  readonly count: number
  /** words of the line that are no names of its numbers */
  readonly words: number
  /** words that sentences have and logs have not */
  readonly prose: number
  /** the line holds settings that are no numbers */
  readonly config: boolean
  /** the line tells an event of the run */
  readonly message: boolean
}

/** Where the numbers of a line stand and what the words before them say: all of a scan but the values. */
export interface Trace {
  readonly shapes: readonly Shape[]
  /** where the words before each number begin, and those behind the last */
  readonly words: readonly number[]
  readonly tail: Key | undefined
}

export interface Scanner {
  /** The scan is valid until the next line is scanned. */
  scan(text: string): Scan
  /** how the last line was scanned, which is given again */
  trace(text: string): Trace
  /** the scan of a line that differs from a traced one only in digits of its numbers */
  again(text: string, trace: Trace): Scan
}

interface State {
  readonly keys: Keys
  readonly pool: Figure[]
  /** the key of no words */
  readonly none: Key
  readonly scan: { -readonly [Field in keyof Scan]: Scan[Field] }
  readonly starts: number[]
  readonly found: Key[]
  readonly words: number[]
  tail: Key | undefined
  /** the literal that opened the line before */
  opening: Key | undefined
}

/** Opens a scanner. */
export function openScanner(): Scanner {
  const keys = openKeys()
  const pool: Figure[] = []
  const scan = { figures: pool, count: 0, words: 0, prose: 0, message: false, config: false }
  const none = keys.of('', false)
  const traced = { starts: [], found: [], words: [], tail: undefined }
  const state: State = { keys, pool, none, scan, opening: undefined, ...traced }
  return {
    scan(text) {
      reset(scan)
      forget(state)
      const last = figuresOf(text, state)
      tail(text, last, state)
      return scan
    },
    trace: (text) => traceOf(text, state),
    again(text, trace) {
      reset(scan)
      for (const shape of trace.shapes) {
        const figure = pool[scan.count] ?? emptyFigure(none)
        pool[scan.count] = figure
        readShape(text, shape, figure)
        put(figure, shape.key, state)
      }
      if (trace.tail !== undefined) count(trace.tail, scan)
      return scan
    },
  }
}

function reset(scan: State['scan']): void {
  scan.count = 0
  scan.words = 0
  scan.prose = 0
  scan.message = false
  scan.config = false
}

function forget({ starts, found, words }: State): void {
  walk.literal = 0
  walk.from = 0
  starts.length = 0
  found.length = 0
  words.length = 0
}

function traceOf(text: string, { starts, found, words, tail }: State): Trace {
  const shapes = starts.map((start, i) => shapeOf(text, start, found[i] as Key))
  return { shapes, words: [...words], tail }
}

/** Reads all numbers of a line; returns the key of the last of them. */
function figuresOf(text: string, state: State): Key | undefined {
  const { keys, pool, scan } = state
  let last: Key | undefined
  for (;;) {
    const guess = last === undefined ? state.opening : last.next
    const guessed = guess !== undefined && begins(text, walk.from, guess)
    const at = guessed ? walk.from + guess.literal.length : nextNumber(text)
    if (at < 0) return last
    const figure = pool[scan.count] ?? emptyFigure(state.none)
    pool[scan.count] = figure
    figure.start = at
    const from = walk.literal
    readFigure(text, figure)
    walk.from = figure.end
    const key = guessed ? guess : keys.of(text.slice(from, signed(text, at) ? at - 1 : at), last === undefined)
    // `number of nan iterations`: a word that is a number only behind a name.
    if (!isDigit(text.charCodeAt(at)) && text.charCodeAt(at) !== 46 && !takesWords(key)) continue
    walk.literal = figure.end
    if (last === undefined) state.opening = key
    else last.next = key
    last = key
    state.starts.push(at)
    state.found.push(key)
    state.words.push(from)
    put(figure, key, state)
  }
}

/** Gives the figure its key; the total in `1 of 300` goes to the figure before. */
function put(figure: Figure, key: Key, { pool, scan }: State): void {
  count(key, scan)
  const before = scan.count > 0 ? (pool[scan.count - 1] as Figure) : undefined
  if (key.role === 'of' && before !== undefined && Number.isNaN(before.of)) {
    before.of = figure.value
    before.end = figure.end
    return
  }
  figure.key = key
  scan.count++
}

function count(key: Key, scan: State['scan']): void {
  scan.words += key.words
  scan.prose += key.prose
  if (key.message) scan.message = true
  if (key.config) scan.config = true
}

/** The words behind the last number count for prose and messages. */
function tail(text: string, last: Key | undefined, state: State): void {
  const { keys, scan } = state
  const from = walk.literal
  state.words.push(from)
  state.tail = undefined
  if (last === undefined) scan.message = isMessage(text.slice(0, 400))
  else if (from < text.length) {
    const guess = last.next
    const same =
      guess !== undefined && guess.literal.length === text.length - from && text.startsWith(guess.literal, from)
    const key = same ? guess : keys.of(text.slice(from), false)
    last.next = key
    state.tail = key
    count(key, scan)
  }
}

/** Whether NaN or Inf may be the value of what the literal names. */
function takesWords({ role, strong, literal }: Key): boolean {
  if (role === 'metric' || role === 'setting') return true
  return (role === 'unknown' && strong) || (role === 'none' && literal.trim() !== '')
}

/**
 * Whether the literal of the line before stands here again, with a plain number behind it. Then the words need not be
 * walked through; the answer is the same, because a literal is only guessed where its last sign ends every word.
 */
function begins(text: string, from: number, key: Key): boolean {
  const { literal, closed } = key
  if (!closed || !isDigit(text.charCodeAt(from + literal.length)) || !text.startsWith(literal, from)) return false
  return compoundEnd(text, from + literal.length) < 0
}
