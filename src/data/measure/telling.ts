// What each column by itself tells of the label: a table of its values, learnt on four folds and read on the fifth.

import type { TellingColumn } from '../../record/data-tables.ts'
import { FOLDS, foldsOf } from '../learn/folds.ts'
import type { Frame, FrameColumn } from '../sample.ts'
import { aloneByNeighbours } from './alone-by-neighbours.ts'

const BINS = 40
/** Rows that are looked at. */
const MOST = 20_000
const TOLD = 12

export interface Alone {
  readonly column: string
  /** accuracy or R2 of the column alone, on rows that were not seen */
  readonly alone: number
  readonly information: number
  readonly unique: boolean
}

/** Every feature but prose, the most telling first. `classes` 0: a quantity. */
export function aloneOf(frame: Frame, all: Int32Array, target: Float64Array, classes: number, seed: number): Alone[] {
  const rows = all.subarray(0, MOST)
  const fold = foldsOf(rows, classes > 0 ? target : undefined, undefined, seed)
  const own = Float64Array.from(rows, (row) => target[row]!)
  return frame.columns
    .filter((one) => (one.role === 'feature' || one.role === 'id') && one.kind !== 'text')
    .map((column) => {
      const { bins, count, unique } = binsOf(column, rows)
      const byTable =
        classes > 0 ? accuracyAlone(rows, bins, count, fold, target, classes) : r2Alone(rows, bins, count, fold, target)
      const near = column.words.length > 0 ? byTable : aloneByNeighbours(valuesAt(column, rows), fold, own, classes)
      const alone = Math.max(byTable, near)
      const information = classes > 0 ? informationOf(rows, bins, count, target, classes) : Math.max(0, alone)
      return { column: column.name, alone, information, unique }
    })
    .sort((a, b) => b.alone - a.alone)
}

/** The most telling columns beside the guess and the best model without them. */
export function tellingOf(all: readonly Alone[], guess: number, without: (column: string) => number): TellingColumn[] {
  return all.slice(0, TOLD).map((one, i) => ({ ...one, guess, without: i === 0 ? without(one.column) : Number.NaN }))
}

function valuesAt({ values }: FrameColumn, rows: Int32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!)
}

function binsOf(column: FrameColumn, rows: Int32Array) {
  const values = valuesAt(column, rows)
  const distinct = [...new Set(values.filter((value) => Number.isFinite(value)))].sort((a, b) => a - b)
  const unique = distinct.length > 0.95 * rows.length && column.kind !== 'number'
  const few = column.words.length > 0 || distinct.length <= BINS
  if (few) {
    const codes = new Map(distinct.map((value, i) => [value, i + 1]))
    return { bins: Int32Array.from(values, (value) => codes.get(value) ?? 0), count: distinct.length + 1, unique }
  }
  const sorted = values.filter((value) => Number.isFinite(value)).sort()
  const edges = Array.from({ length: BINS - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / BINS)]!)
  const bin = (value: number) => (Number.isFinite(value) ? 1 + edges.filter((edge) => edge <= value).length : 0)
  return { bins: Int32Array.from(values, bin), count: BINS + 1, unique }
}

function accuracyAlone(
  rows: Int32Array,
  bins: Int32Array,
  count: number,
  fold: Uint8Array,
  target: Float64Array,
  classes: number,
): number {
  let right = 0
  for (let f = 0; f < FOLDS; f++) {
    const table = new Float64Array(count * classes)
    const all = new Float64Array(classes)
    for (let i = 0; i < rows.length; i++) {
      if (fold[i] === f) continue
      table[bins[i]! * classes + target[rows[i]!]!]! += 1
      all[target[rows[i]!]!]! += 1
    }
    for (let i = 0; i < rows.length; i++) {
      if (fold[i] !== f) continue
      // the shares of all classes decide where a bin is empty, and break ties
      let best = 0
      const score = (k: number) => table[bins[i]! * classes + k]! + all[k]! / (rows.length + 1)
      for (let k = 1; k < classes; k++) if (score(k) > score(best)) best = k
      if (best === target[rows[i]!]) right++
    }
  }
  return right / Math.max(1, rows.length)
}

function r2Alone(rows: Int32Array, bins: Int32Array, count: number, fold: Uint8Array, target: Float64Array): number {
  let mean = 0
  for (const row of rows) mean += target[row]! / rows.length
  let [residual, total] = [0, 0]
  for (let f = 0; f < FOLDS; f++) {
    const [sum, n] = [new Float64Array(count), new Float64Array(count)]
    for (let i = 0; i < rows.length; i++) {
      if (fold[i] === f) continue
      sum[bins[i]!]! += target[rows[i]!]! - mean
      n[bins[i]!]! += 1
    }
    for (let i = 0; i < rows.length; i++) {
      if (fold[i] !== f) continue
      const own = target[rows[i]!]! - mean
      residual += (own - sum[bins[i]!]! / (n[bins[i]!]! + 1)) ** 2
      total += own * own
    }
  }
  return total > 0 ? 1 - residual / total : 0
}

/** Mutual information over the entropy of the label, less what bins by chance would give (Miller 1955). */
function informationOf(
  rows: Int32Array,
  bins: Int32Array,
  count: number,
  target: Float64Array,
  classes: number,
): number {
  const joint = new Float64Array(count * classes)
  const [side, labels] = [new Float64Array(count), new Float64Array(classes)]
  for (let i = 0; i < rows.length; i++) {
    const [b, k] = [bins[i]!, target[rows[i]!]!]
    joint[b * classes + k]! += 1
    side[b]! += 1
    labels[k]! += 1
  }
  const n = rows.length
  let [information, entropy] = [0, 0]
  for (let b = 0; b < count; b++)
    for (let k = 0; k < classes; k++) {
      const own = joint[b * classes + k]!
      if (own > 0) information += (own / n) * Math.log((own * n) / (side[b]! * labels[k]!))
    }
  for (const own of labels) if (own > 0) entropy -= (own / n) * Math.log(own / n)
  const used = side.filter((one) => one > 0).length
  const bias = ((used - 1) * (classes - 1)) / (2 * n)
  return entropy > 0 ? Math.max(0, Math.min(1, (information - bias) / entropy)) : 0
}
