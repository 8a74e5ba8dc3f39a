// What a notebook has told so far, so that a history that is shown once more after the training counts once.

import type { Emit, Point } from '../../record/entry.ts'
import { meaningOf } from '../../record/lexicon.ts'
import type { Told } from './table.ts'

const MOST_REMEMBERED = 200_000
/** so few values may be alike by chance */
const FEWEST = 2
/** printed with four decimals at times, and with six significant digits at others */
const NEAR = 2e-3
const ROUNDED = 6e-5

export interface Memory extends Told {
  /** takes what is told, and passes it on */
  readonly emit: Emit
  points(): number
}

/** Opens the memory of one notebook before `emit`. */
export function openMemory(emit: Emit): Memory {
  const values = new Map<string, number[]>()
  const begun = new Set<string>()
  let points = 0
  return {
    emit(entry) {
      if (entry.kind === 'point') {
        const key = keyOf(entry)
        const held = values.get(key) ?? []
        if (held.length === 0) values.set(key, held)
        if (points++ < MOST_REMEMBERED) held.push(entry.value)
        begun.add(key)
      } else if (entry.kind === 'run') begun.clear()
      emit(entry)
    },
    points: () => points,
    repeats: (point) => isWithin([point], values.get(keyOf(point)) ?? []),
    begun: (all) => all.some((point) => begun.has(keyOf(point))),
    known(all) {
      const shared = [...columnsOf(all)].filter(([key]) => values.has(key))
      return (
        shared.reduce((sum, [, column]) => sum + column.length, 0) >= FEWEST &&
        shared.every(([key, column]) => isWithin(column, values.get(key)!))
      )
    },
  }
}

function columnsOf(points: readonly Point[]): Map<string, Point[]> {
  const columns = new Map<string, Point[]>()
  for (const point of points) {
    const key = keyOf(point)
    const column = columns.get(key)
    if (column) column.push(point)
    else columns.set(key, [point])
  }
  return columns
}

/** Whether the values of a column come in the same order among those that were told. */
function isWithin(column: readonly Point[], told: readonly number[]): boolean {
  let at = 0
  for (const { value } of column) {
    while (at < told.length && !isNear(told[at]!, value)) at++
    if (at++ >= told.length) return false
  }
  return true
}

function isNear(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b)) + ROUNDED
}

function keyOf({ name, split }: Point): string {
  const { metric, split: own } = meaningOf(name)
  return `${metric} ${split ?? own ?? 'train'}`
}
