// Finds the numbers of a line in one pass, with what stands before each: the common ground of all dialects.

import { type Key, openKeys } from './keys.ts'
import { isMessage } from './messages.ts'
import { found, readNumber, wordNumber } from './numbers.ts'

/** One number of a line. Reused from line to line: copy what is to be kept. */
export interface Figure {
  key: Key
  value: number
  integer: boolean
  percent: boolean
  /** total of a fraction `50/500`, NaN where there is none */
  of: number
  /** the second value of `6.9 (7.0)`, NaN where there is none or it is no number */
  second: number
  hasSecond: boolean
  /** letters right behind the number (`ms`, `G`), '' for none */
  unit: string
  start: number
  end: number
}

export interface Scan {
  readonly figures: readonly Figure[]
  readonly count: number
  /** words of the line that are no names of its numbers */
  readonly words: number
  /** the line tells an event of the run */
  readonly message: boolean
}

/** Opens a scanner. The scan that it returns is valid until the next line is scanned. */
export function openScanner(): (text: string) => Scan {
  const keys = openKeys()
  const pool: Figure[] = []
  const none = keys.of('', false)
  const scan = { figures: pool as readonly Figure[], count: 0, words: 0, message: false }
  /** Writes the number at `at`, whose literal begins at `from`, into the place `count`; returns how many there are now. */
  function take(text: string, from: number, at: number, count: number, guess: Key | undefined): number {
    const figure = pool[count] ?? emptyFigure(none)
    pool[count] = figure
    figure.start = at
    readFigure(text, figure)
    const key = guess ?? keys.of(text.slice(from, signed(text, at) ? at - 1 : at), count === 0)
    scan.words += key.words
    if (key.message) scan.message = true
    const before = count > 0 ? (pool[count - 1] as Figure) : undefined
    if (key.role === 'of' && before !== undefined && Number.isNaN(before.of)) {
      before.of = figure.value
      before.end = figure.end
      return count
    }
    figure.key = key
    return count + 1
  }
  return (text) => {
    let count = 0
    let from = 0
    scan.words = 0
    scan.message = false
    for (;;) {
      const old = pool[count]?.key
      const guessed = old !== undefined && old.first === (count === 0) && begins(text, from, old)
      const at = guessed ? from + old.literal.length : nextNumber(text, from)
      if (at < 0) break
      const before = count
      count = take(text, from, at, count, guessed ? old : undefined)
      from = (pool[count === before ? count : count - 1] as Figure).end
    }
    scan.count = count
    const tail = count === 0 || from >= text.length ? none : keys.of(text.slice(from), false)
    scan.message ||= tail.message || (count === 0 && isMessage(text.slice(0, 400)))
    scan.words += tail.words
    return scan
  }
}

/**
 * Whether the literal of the line before stands here again, with a plain number behind it. Then the words need not be
 * walked through; the answer is the same, because a literal is only guessed where its last sign ends every word.
 */
function begins(text: string, from: number, key: Key): boolean {
  const { literal, closed } = key
  if (!closed || !isDigit(text.charCodeAt(from + literal.length))) return false
  return text.startsWith(literal, from) && compoundEnd(text, from + literal.length) < 0
}

function emptyFigure(key: Key): Figure {
  const nan = Number.NaN
  return {
    key,
    value: 0,
    integer: false,
    percent: false,
    of: nan,
    second: nan,
    hasSecond: false,
    unit: '',
    start: 0,
    end: 0,
  }
}

/** Whether a minus or plus right before `at` belongs to the number. */
function signed(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  if (code !== 45 && code !== 43) return false
  const before = text.charCodeAt(at - 2)
  return !(isWordCode(before) || before === 41 || before === 93 || before === 45 || before === 37)
}

/** Position of the next number (its first digit or letter) at or behind `from`, or -1. Skips words, times, dates, versions. */
function nextNumber(text: string, from: number): number {
  const length = text.length
  let i = from
  while (i < length) {
    const code = text.charCodeAt(i)
    if (code >= 48 && code <= 57) {
      const end = compoundEnd(text, i)
      if (end < 0) return i
      i = end
    } else if (code === 46 && isDigit(text.charCodeAt(i + 1))) {
      const end = compoundEnd(text, i)
      if (end < 0) return i
      i = end
    } else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95) {
      const end = wordEnd(text, i)
      if (wordNumber(text, i, end) !== undefined && text.charCodeAt(i - 1) !== 46 && text.charCodeAt(i - 1) !== 64)
        return i
      i = end
    } else i++
  }
  return -1
}

/** The end of a word that begins with a letter: letters, digits, `_`, `@` with what follows, `-` or `.` before a digit of it. */
function wordEnd(text: string, from: number): number {
  let i = from + 1
  for (;;) {
    const code = text.charCodeAt(i)
    if (isWordCode(code)) {
      i++
      continue
    }
    const next = text.charCodeAt(i + 1)
    if (code === 64) {
      i++
      while (
        isWordCode(text.charCodeAt(i)) ||
        ((text.charCodeAt(i) === 46 || text.charCodeAt(i) === 58) && isDigit(text.charCodeAt(i + 1)))
      )
        i++
    } else if (
      code === 45 &&
      isDigit(next) &&
      text.charCodeAt(i + 2) !== 46 &&
      !isDigit(text.charCodeAt(i + 2)) &&
      text.charCodeAt(i + 2) !== 101
    )
      i += 2
    else if (code === 45 && isDigit(next) && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 2))) i += 3
    else return numberedAxis(text, from, i)
  }
}

const AXIS_WORD = /^(?:epoch|step|iter|iteration|ep|batch)_?(?=\d+$)/i

/** `epoch12` is a word and its number; every other word keeps its digits (`acc1`, `top5`). */
function numberedAxis(text: string, from: number, end: number): number {
  if (!isDigit(text.charCodeAt(end - 1)) || end - from > 16) return end
  const axis = AXIS_WORD.exec(text.slice(from, end))
  return axis === null ? end : from + axis[0].length
}

/** Whether what begins with digits at `at` is a time, date, version, hash or range rather than a number: its end, or -1. */
function compoundEnd(text: string, at: number): number {
  let i = at
  if (text.charCodeAt(i) === 46) i++
  while (isDigit(text.charCodeAt(i))) i++
  let code = text.charCodeAt(i)
  if (code === 46 && isDigit(text.charCodeAt(i + 1))) {
    i++
    while (isDigit(text.charCodeAt(i))) i++
    code = text.charCodeAt(i)
    if (code === 46 && isDigit(text.charCodeAt(i + 1))) return runEnd(text, i)
  }
  if ((code === 58 || code === 45) && isDigit(text.charCodeAt(i + 1))) return runEnd(text, i)
  if (code === 47 && isDigit(text.charCodeAt(i + 1))) return dateEnd(text, i)
  if (isLetter(code)) return letteredEnd(text, at, i)
  return -1
}

/** `01/23/2019` is a date, `50/500` is not. */
function dateEnd(text: string, slash: number): number {
  let i = slash + 1
  while (isDigit(text.charCodeAt(i))) i++
  return text.charCodeAt(i) === 47 && isDigit(text.charCodeAt(i + 1)) ? runEnd(text, i) : -1
}

function runEnd(text: string, from: number): number {
  let i = from
  for (
    let code = text.charCodeAt(i);
    isWordCode(code) || code === 58 || code === 45 || code === 46 || code === 47;
    code = text.charCodeAt(++i)
  ) {
    if ((code === 46 || code === 58) && !isWordCode(text.charCodeAt(i + 1))) break
  }
  return i
}

const UNITS =
  /^(?:e|E|s|S|ms|us|µs|ns|m|h|d|min|mins|sec|secs|k|K|M|G|B|T|GB|MB|KB|GiB|MiB|KiB|Gb|Mb|x|it|its|hr|hrs|px|fps)$/

/** Digits with letters behind: an exponent or a unit is a number, all else (`0x7f`, `3rd`, `5R`) is a word. */
function letteredEnd(text: string, at: number, from: number): number {
  let i = from
  const code = text.charCodeAt(i)
  if (code === 101 || code === 69) {
    const sign = text.charCodeAt(i + 1)
    const digit = sign === 43 || sign === 45 ? i + 2 : i + 1
    if (isDigit(text.charCodeAt(digit))) {
      i = digit
      while (isDigit(text.charCodeAt(i))) i++
      return isWordCode(text.charCodeAt(i)) ? wordRun(text, i) : -1
    }
  }
  const end = wordRun(text, i)
  return end - i <= 5 && UNITS.test(text.slice(i, end)) ? -1 : gluedEpoch(text, i, at, end)
}

/** In `0.0128Epoch 2/5` a line break was lost behind a number. */
function gluedEpoch(text: string, letters: number, _at: number, end: number): number {
  return text.startsWith('Epoch', letters) || text.startsWith('epoch', letters) ? -1 : end
}

function wordRun(text: string, from: number): number {
  let i = from
  while (isWordCode(text.charCodeAt(i))) i++
  return i
}

/** Fills in value, total, second value, percent sign and unit of the number at `figure.start`. */
function readFigure(text: string, figure: Figure): void {
  const at = figure.start
  const minus = text.charCodeAt(at - 1) === 45 && signed(text, at)
  const code = text.charCodeAt(at)
  figure.of = Number.NaN
  figure.second = Number.NaN
  figure.hasSecond = false
  figure.percent = false
  figure.unit = ''
  if (isDigit(code) || code === 46) {
    const bracket = text.charCodeAt(at - 1)
    readNumber(text, at, bracket !== 91 && bracket !== 40)
    figure.value = minus ? -found.value : found.value
    figure.integer = found.integer
    figure.end = found.end
  } else {
    const end = wordRun(text, at)
    const value = wordNumber(text, at, end) as number
    figure.value = minus ? -value : value
    figure.integer = false
    figure.end = end
  }
  trail(text, figure)
}

function trail(text: string, figure: Figure): void {
  let i = figure.end
  let code = text.charCodeAt(i)
  if (code === 93 && text.startsWith(']/[', i) && isDigit(text.charCodeAt(i + 3))) {
    readNumber(text, i + 3, true)
    figure.of = found.value
    i = found.end + 1
    code = text.charCodeAt(i)
  }
  if (code === 47 || (code === 32 && figure.integer)) i = readTotal(text, figure, i)
  code = text.charCodeAt(i)
  if (isLetter(code)) {
    const end = wordRun(text, i)
    if (end - i <= 5) {
      figure.unit = text.slice(i, end)
      i = end
    }
  } else if (code === 37) {
    figure.percent = true
    i++
  } else if (code === 32 && text.charCodeAt(i + 1) === 37 && text.charCodeAt(i + 2) !== 40) {
    figure.percent = true
    i += 2
  }
  figure.end = readSecond(text, figure, i)
}

/** `50/500`, `200/ 2983`, `100/  500000`: at most eight blanks around the stroke. */
function readTotal(text: string, figure: Figure, from: number): number {
  let i = from
  while (text.charCodeAt(i) === 32 && i - from < 8) i++
  if (text.charCodeAt(i) !== 47) return from
  i++
  const after = i
  while (text.charCodeAt(i) === 32 && i - after < 8) i++
  if (!isDigit(text.charCodeAt(i)) || compoundEnd(text, i) >= 0) return from
  const { value, integer } = found
  readNumber(text, i, true)
  figure.of = found.value
  const end = found.end
  found.value = value
  found.integer = integer
  return end
}

/** `6.9 (7.0)`, `nan(nan)`, `9541/10000 (95%)`: at most two blanks before the bracket, nothing but a number inside. */
function readSecond(text: string, figure: Figure, from: number): number {
  let i = from
  while (text.charCodeAt(i) === 32 && i - from < 2) i++
  if (text.charCodeAt(i) !== 40) return from
  i++
  while (text.charCodeAt(i) === 32) i++
  const minus = text.charCodeAt(i) === 45
  if (minus) i++
  const code = text.charCodeAt(i)
  let value: number | undefined
  let end = i
  if (isDigit(code)) {
    readNumber(text, i, true)
    value = found.value
    end = found.end
  } else if (isLetter(code)) {
    end = wordRun(text, i)
    value = wordNumber(text, i, end)
  }
  if (value === undefined) return from
  while (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === 37 || text.charCodeAt(end) === 32) end++
  if (text.charCodeAt(end) !== 41) return from
  figure.second = minus ? -value : value
  figure.hasSecond = true
  return end + 1
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 181
}

function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
}
