// The scale of a picture of trials: what it spans, where its ticks stand, and the mean of several curves on it.

import type { TrialRow } from '../../record/trials.ts'

type Span = readonly [low: number, high: number]

/** Of the width of what is drawn, left free at each end. */
const FREE = 0.06
/** The first of a training may lie far off all the rest; it is let out where the rest would be flat. */
const BEGINNING = 0.1
const FLAT = 5
const TICKS = 5
const GRID = 60

export interface Point {
  /** share of the training */
  readonly at: number
  readonly value: number
}

export function spanOf(points: readonly Point[], log: boolean): Span {
  const values = points.map(({ value }) => value)
  const whole: Span = [Math.min(...values), Math.max(...values)]
  const late = points.filter(({ at }) => at > BEGINNING).map(({ value }) => value)
  const settled: Span = [Math.min(...late), Math.max(...late)]
  const isFlat = !log && late.length > 0 && whole[1] - whole[0] > FLAT * (settled[1] - settled[0])
  const [low, high] = isFlat && settled[1] > settled[0] ? settled : whole
  if (log) {
    const free = (high / low) ** FREE
    return [low / free, high * free]
  }
  const free = (high - low || Math.abs(high) || 1) * FREE
  // what is never below 0 or above 1 needs no room there
  return [
    low >= 0 ? Math.max(0, low - free) : low - free,
    high <= 1 && low >= 0 ? Math.min(1, high + free) : high + free,
  ]
}

/** Round numbers within the span: about five. */
export function ticks([low, high]: Span): readonly number[] {
  const rough = (high - low) / TICKS
  const size = 10 ** Math.floor(Math.log10(rough))
  const step = size * ([1, 2, 5, 10].find((times) => times * size >= rough) ?? 10)
  const first = Math.ceil(low / step - 1e-9)
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1)
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)))
}

/** Powers of ten within the span, at most six of them; with their 2 and 5 where there are few. */
export function logTicks([low, high]: Span): readonly number[] {
  const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
  const powers = Array.from({ length: to - from + 1 }, (_, i) => from + i)
  const within = (one: number) => one >= low && one <= high
  const tens = powers.map((power) => Number(`1e${power}`)).filter(within)
  if (tens.length < 3)
    return powers.flatMap((power) => [1, 2, 5].map((one) => Number(`${one}e${power}`))).filter(within)
  const every = Math.ceil(tens.length / 6)
  return tens.filter((_, i) => i % every === 0)
}

/** The mean over all curves where each has a value, on the scale on which it is drawn. */
export function meanOf(rows: readonly TrialRow[], log: boolean): readonly (readonly [number, number])[] {
  const from = Math.max(...rows.map(({ curve }) => curve[0]?.[0] ?? 1))
  const to = Math.min(...rows.map(({ curve }) => curve.at(-1)?.[0] ?? 0))
  const places = Array.from({ length: GRID }, (_, i) => from + ((to - from) * i) / (GRID - 1))
  return (to > from ? places : []).flatMap((at): [number, number][] => {
    const values = rows.map(({ curve }) => valueAt(curve, at))
    if (!values.every((one) => one !== null)) return []
    const mean = values.reduce((sum, one) => sum + (log ? Math.log(one) : one), 0) / values.length
    return [[short(at), short(log ? Math.exp(mean) : mean)]]
  })
}

/** On the line between its neighbours; null beside a value that was no number. */
function valueAt(curve: TrialRow['curve'], at: number): number | null {
  const after = curve.findIndex(([place]) => place >= at - 1e-9)
  const [x1, y1] = curve[Math.max(0, after - 1)] ?? [0, null]
  const [x2, y2] = curve[after] ?? [0, null]
  if (y1 === null || y2 === null) return null
  return x2 > x1 ? y1 + ((at - x1) / (x2 - x1)) * (y2 - y1) : y2
}

function short(value: number): number {
  return Number(value.toPrecision(5))
}
