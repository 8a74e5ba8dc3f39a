// Where the numbers of a line are: words, times, dates, versions and hashes are walked over.

import { isDigit, isLetter, isWordCode } from './letters.ts'
import { wordNumber } from './numbers.ts'

/** Whether a minus or plus right before `at` belongs to the number. */
export function signed(text: string, at: number): boolean {
  const code = text.charCodeAt(at - 1)
  if (code !== 45 && code !== 43) return false
  const before = text.charCodeAt(at - 2)
  return !(isWordCode(before) || before === 41 || before === 93 || before === 45 || before === 37)
}

/** Where the walk through a line is: what comes next, and where the words before the next number begin. */
export const walk = { from: 0, literal: 0 }
let run = false

/** Position of the next number (its first digit or letter) at or behind `walk.from`, or -1. Words begin anew behind times and dates. */
export function nextNumber(text: string): number {
  const length = text.length
  let i = walk.from
  while (i < length) {
    const code = text.charCodeAt(i)
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(i + 1)))) {
      run = false
      const end = compoundEnd(text, i)
      if (end < 0) return i
      i = end
      if (run) walk.literal = i
    } else if (isLetter(code) || code === 95) {
      const end = wordEnd(text, i)
      const before = text.charCodeAt(i - 1)
      if (wordNumber(text, i, end) !== undefined && before !== 46 && before !== 64) return i
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
export function compoundEnd(text: string, at: number): number {
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

/** The end of a time, date, version or range. */
function runEnd(text: string, from: number): number {
  run = true
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

export function wordRun(text: string, from: number): number {
  let i = from
  while (isWordCode(text.charCodeAt(i))) i++
  return i
}
