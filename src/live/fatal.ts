// What ends a training for good: a loss that is no number, a loss that has left for good, weights that never move.

import { type Message, message } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { positions, type Series } from '../record/series.ts'

export interface Fatal {
  readonly kind: 'not-finite' | 'diverged' | 'not-moved'
  /** step or epoch of the first evidence, on the axis of its curve */
  readonly at: number
  readonly axis: Series['axis']
  /** what happened, in few words */
  readonly what: Message
  /** beyond doubt: no training comes back from it, so that it may be ended */
  readonly sure: boolean
}

/** So many values in a row that are not finite are no stray batch: the weights are lost. */
const LOST = 2
/** A loss that stays above so many times its first level, for so many values, will not come back by itself. */
const TIMES = 100
const LASTING = 20
const FIRST = 3
/** Looks at weights that had not moved: of so many one speaks, and of so many up to that step one is sure. */
const STILL = { spoken: 3, sure: 10, step: 50 } as const

/** The fatal things in a run, surest first. Pure. */
export function fatalOf(run: RunRecord): readonly Fatal[] {
  const losses = run.series.filter(
    ({ metric, split, layer }) => metric === 'loss' && split === 'train' && layer === undefined,
  )
  const found = losses.flatMap((loss) => [notFinite(loss), diverged(loss)])
  return [...found, notMoved(run)].filter((one) => one !== undefined).sort((a, b) => Number(b.sure) - Number(a.sure))
}

function notFinite(loss: Series): Fatal | undefined {
  const { value, name: metric, axis } = loss
  const first = value.findIndex((one) => !Number.isFinite(one))
  if (first < 0) return undefined
  const last = value.subarray(-LOST)
  const sure = last.length === LOST && last.every((one) => !Number.isFinite(one))
  const is = Number.isNaN(value[first]!) ? 'NaN' : 'Inf'
  return { kind: 'not-finite', at: placeOf(loss, first), axis, what: message('live.not-finite', { metric, is }), sure }
}

function diverged(loss: Series): Fatal | undefined {
  const { value, name: metric, axis } = loss
  const first = Math.min(...value.subarray(0, FIRST).filter(Number.isFinite))
  const last = value.subarray(-LASTING)
  if (!(first > 0) || value.length < LASTING + FIRST) return undefined
  if (!last.every((one) => one > TIMES * first) || last.at(-1)! < last[0]! / 2) return undefined
  let from = value.length - LASTING
  while (from > 0 && value[from - 1]! > TIMES * first) from--
  const what = message('live.diverged', { metric, first, last: last.at(-1)! })
  return { kind: 'diverged', at: placeOf(loss, from), axis, what, sure: true }
}

/** Every look found all weights where they were; one step at a rate of 0, as a warm-up begins, says nothing. */
function notMoved(run: RunRecord): Fatal | undefined {
  const moves = run.series.find(({ metric, layer }) => metric === 'update-ratio' && layer === undefined)
  const still = run.events.filter(({ kind }) => kind === 'not-moved')
  if (!moves || still.length < 2 || moves.value.length < STILL.spoken) return undefined
  if (!moves.value.every((one) => one === 0)) return undefined
  const at = placeOf(moves, moves.value.length - 1)
  const what = message('live.not-moved', { looks: moves.value.length })
  const sure = moves.value.length >= STILL.sure && at >= STILL.step
  return { kind: 'not-moved', at, axis: moves.axis, what, sure }
}

function placeOf(series: Series, index: number): number {
  return positions(series)[index]!
}
