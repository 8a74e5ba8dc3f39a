// A curve as the points of a drawing: coordinates between 0 and 1, extremes kept, gaps where values are not finite.

import type { RunRecord } from '../../record/run.ts'
import { positions, type Series } from '../../record/series.ts'
import { extremes } from '../html/extremes.ts'

export interface Line {
  readonly series: Series
  /** stretches of finite values, each a list of x and y in 0..1, y upwards */
  readonly stretches: readonly (readonly (readonly [x: number, y: number])[])[]
  /** where values are NaN or infinite */
  readonly gaps: readonly number[]
  /** height of the last finite value */
  readonly end: number | undefined
}

export interface Drawing {
  readonly lines: readonly Line[]
  readonly axis: 'step' | 'epoch'
  readonly x: readonly [number, number]
  readonly y: readonly [number, number]
  readonly log: boolean
}

/** No curve of a few hundred pixels needs more. */
const ROOM = 400
const MOST_GAPS = 100
const LOG_FROM = 30
const ORDER = { train: 0, val: 1, test: 2 }

/** The losses of a run, or its first metric where it has none; undefined where there is nothing to draw. */
export function drawingOf({ series }: RunRecord): Drawing | undefined {
  const curves = series.filter((one) => one.layer === undefined && one.value.length > 1)
  const metric = curves.some((one) => one.metric === 'loss') ? 'loss' : curves[0]?.metric
  const chosen = curves.filter((one) => one.metric === metric).sort((a, b) => ORDER[a.split] - ORDER[b.split])
  const own = (['train', 'val', 'test'] as const).flatMap((split) => chosen.find((one) => one.split === split) ?? [])
  if (own.length === 0) return undefined
  const axis = own.every((one) => one.step.every(Number.isFinite)) ? 'step' : own[0]!.axis
  const places = own.map((one) => placesOf(one, axis))
  const values = own.flatMap((one) => [...kept(one)].map((row) => one.value[row]!)).filter(Number.isFinite)
  if (values.length === 0) return undefined
  const x = range(places.flatMap((one) => [one[0]!, one.at(-1)!]))
  const y = range(values)
  const log = y[0] > 0 && y[1] / y[0] >= LOG_FROM
  const across = scale(x, false)
  const up = scale(y, log)
  return { lines: own.map((one, i) => lineOf(one, places[i]!, across, up)), axis, x, y, log }
}

function placesOf(series: Series, axis: 'step' | 'epoch'): Float64Array {
  const told = axis === 'step' ? series.step : series.epoch
  return told.every(Number.isFinite) ? told : positions(series)
}

function kept({ value }: Series): Int32Array {
  return value.length > ROOM ? extremes(value, ROOM) : Int32Array.from(value.keys())
}

function range(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

/** Halved, because the difference of two doubles need not be one. */
function scale([low, high]: readonly [number, number], log: boolean): (value: number) => number {
  if (low === high) return () => 0.5
  if (log) return (value) => (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
  return (value) => (value / 2 - low / 2) / (high / 2 - low / 2)
}

function lineOf(
  series: Series,
  places: Float64Array,
  across: (value: number) => number,
  up: (value: number) => number,
): Line {
  const stretches: (readonly [number, number])[][] = []
  const gaps: number[] = []
  let open = false
  let end: number | undefined
  for (const row of kept(series)) {
    const value = series.value[row]!
    const x = across(places[row]!)
    if (!Number.isFinite(value)) {
      if (gaps.length < MOST_GAPS) gaps.push(x)
      open = false
      continue
    }
    end = up(value)
    if (!open) stretches.push([])
    open = true
    stretches.at(-1)!.push([x, end])
  }
  return { series, stretches, gaps, end }
}
