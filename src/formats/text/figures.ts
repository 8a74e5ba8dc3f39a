// One number of a line with all that stands right behind it: total, unit, per cent, second value.

import type { Key } from './keys.ts'
import { isDigit, isLetter } from './letters.ts'
import { found, readNumber, wordNumber } from './numbers.ts'
import { compoundEnd, signed, wordRun } from './tokens.ts'

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

/** A figure to be filled in. */
export function emptyFigure(key: Key): Figure {
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

/** Fills in value, total, second value, percent sign and unit of the number at `figure.start`. */
export function readFigure(text: string, figure: Figure): void {
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
