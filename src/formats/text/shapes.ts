// The shape of a number in a line whose layout is known: all of it but the digits, so that only those are read again.

import { emptyFigure, type Figure, readFigure } from './figures.ts'
import type { Key } from './keys.ts'
import { POWERS } from './numbers.ts'
import { signed } from './tokens.ts'

/** Digits with at most one point among them. */
interface Span {
  readonly from: number
  readonly to: number
  readonly decimals: number
  readonly minus: boolean
}

export interface Shape {
  readonly start: number
  readonly key: Key
  /** the number itself; undefined where its digits alone do not tell it */
  readonly value: Span | undefined
  readonly of: Span | undefined
  readonly second: Span | undefined
  readonly integer: boolean
  readonly percent: boolean
  readonly unit: string
  readonly end: number
}

const OWN = /^(\d*\.?\d+)(?![\deE]|[.,][\deE])/
const TOTAL = /^\d+ {0,8}\/ {0,8}(\d+(?:\.\d+)?)(?![\deE]|[.,][\deE])/
const SECOND = /(?<=\(\s*)-?(\d+(?:\.\d+)?)(?=[A-Za-z% ]*\)$)/
/** Up to so many digits a mantissa and a power of ten are exact, and their quotient is the nearest number. */
const EXACT = 15

/** The shape of the number at `start`. */
export function shapeOf(text: string, start: number, key: Key): Shape {
  const figure = emptyFigure(key)
  figure.start = start
  readFigure(text, figure)
  const minus = text.charCodeAt(start - 1) === 45 && signed(text, start)
  const whole = text.slice(start, figure.end)
  const value = spanOf(OWN.exec(text.slice(start, start + 40)), start, minus, text, figure.value)
  const of = spanOf(TOTAL.exec(whole), start, false, text, figure.of)
  const found = SECOND.exec(whole)
  const second = spanOf(found, start, found?.[0].startsWith('-') === true, text, figure.second)
  const { integer, percent, unit, end } = figure
  const known =
    Number.isNaN(figure.of) === (of === undefined) && figure.hasSecond === (second !== undefined) && value !== undefined
  return { start, key, value: known ? value : undefined, of, second, integer, percent, unit, end }
}

/** Where the first group of a match lies, if its digits by themselves are worth what was read. */
function spanOf(
  found: RegExpExecArray | null,
  start: number,
  minus: boolean,
  text: string,
  read: number,
): Span | undefined {
  const digits = found?.[1] ?? ''
  if (found === null || digits.length > EXACT) return undefined
  const from = start + found.index + found[0].length - digits.length
  const point = digits.indexOf('.')
  const decimals = point < 0 ? 0 : digits.length - point - 1
  const span = { from, to: from + digits.length, decimals, minus }
  return Object.is(worth(text, span), read) ? span : undefined
}

function worth(text: string, { from, to, decimals, minus }: Span): number {
  let mantissa = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code !== 46) mantissa = mantissa * 10 + (code - 48)
  }
  const value = decimals === 0 ? mantissa : mantissa / (POWERS[decimals] as number)
  return minus ? -value : value
}

/** What `readFigure` reads at the start of the shape in a text that differs from the first only in digits. */
export function readShape(text: string, shape: Shape, figure: Figure): void {
  const { value, of, second } = shape
  figure.start = shape.start
  if (value === undefined) {
    readFigure(text, figure)
    return
  }
  figure.value = worth(text, value)
  figure.integer = shape.integer
  figure.of = of === undefined ? Number.NaN : worth(text, of)
  figure.second = second === undefined ? Number.NaN : worth(text, second)
  figure.hasSecond = second !== undefined
  figure.percent = shape.percent
  figure.unit = shape.unit
  figure.end = shape.end
}
