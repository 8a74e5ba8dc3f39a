// How two splits differ: a classifier that tells them apart, and each column's own distance.

import type { DataSplit, SplitShift } from '../../record/data-tables.ts'
import { encode, moments } from '../learn/encode.ts'
import { shuffled } from '../learn/folds.ts'
import { foresee } from '../learn/foresee.ts'
import { aucError, aucOf } from '../learn/score.ts'
import type { Frame, FrameColumn } from '../sample.ts'

/** Rows of each side that the classifier sees. */
const SIDE = 4_000
const BINS = 10
/** Columns that are told, most different first. */
const TOLD = 40
/** A category that the first split never shows is told with its rows. */
const UNSEEN = 8

export function shiftOf(frame: Frame, first: DataSplit, second: DataSplit, seed: number): SplitShift {
  const [a, b] = [rowsOf(frame, first), rowsOf(frame, second)]
  const { auc, shares, sides } = toldApart(frame, a, b, seed)
  const columns = comparable(frame)
    .map((column) => ({ ...distances(column, a, b), share: shares.get(column.name) ?? 0 }))
    .sort((one, other) => other.ks - one.ks)
  return { between: [first, second], auc, error: aucError(...sides), columns: columns.slice(0, TOLD) }
}

/** The distance of each column by itself; the classifier is not asked. */
export function columnShift(frame: Frame, first: DataSplit, second: DataSplit): SplitShift {
  const [a, b] = [rowsOf(frame, first), rowsOf(frame, second)]
  const columns = comparable(frame).map((column) => ({ ...distances(column, a, b), share: 0 }))
  columns.sort((one, other) => other.ks - one.ks)
  return { between: [first, second], columns: columns.slice(0, TOLD) }
}

function comparable(frame: Frame): readonly FrameColumn[] {
  return frame.columns.filter((one) => one.role === 'feature' && one.kind !== 'text' && one.kind !== 'time')
}

export function rowsOf(frame: Frame, split: DataSplit): Int32Array {
  const own = frame.splits.indexOf(split)
  return Int32Array.from({ length: frame.rows }, (_, row) => row).filter((row) => frame.split[row] === own)
}

function toldApart(frame: Frame, a: Int32Array, b: Int32Array, seed: number) {
  const [left, right] = [a, b].map((rows) => shuffled(rows, seed).subarray(0, SIDE)) as [Int32Array, Int32Array]
  const rows = Int32Array.from([...left, ...right])
  const matrix = encode(frame, (row) => frame.split[row] === frame.split[a[0] ?? 0])
  const target = new Float64Array(frame.rows)
  for (const row of right) target[row] = 1
  const shares = new Map<string, number>()
  const sides: [number, number] = [left.length, right.length]
  if (matrix.columns === 0 || Math.min(...sides) < 10) return { auc: 0.5, shares, sides }
  const { values, gain } = foresee({ matrix, rows, classes: 2, target, seed }, 'trees')
  const scores = Float64Array.from(rows, (_, i) => values[i * 2 + 1]!)
  const total = gain!.reduce((sum, one) => sum + one, 0) || 1
  gain!.forEach((one, c) => {
    shares.set(matrix.from[c]!, (shares.get(matrix.from[c]!) ?? 0) + one / total)
  })
  return { auc: aucOf(scores, (i) => i >= left.length), shares, sides }
}

function distances(column: FrameColumn, a: Int32Array, b: Int32Array): Omit<SplitShift['columns'][number], 'share'> {
  const [x, y] = [a, b].map((rows) =>
    Float64Array.from(rows, (row) => column.values[row]!).filter((one) => Number.isFinite(one)),
  ) as [Float64Array, Float64Array]
  if (x.length === 0 || y.length === 0) return { column: column.name, psi: 0, ks: 0 }
  if (column.words.length > 0) return { column: column.name, ...ofWords(column, x, y) }
  const [own, other] = [moments(x), moments(y)]
  const scale = own.spread || other.spread
  return {
    column: column.name,
    psi: psiOfNumbers(x.sort(), y.sort()),
    ks: kolmogorov(x, y),
    ...(scale > 0
      ? { distance: (other.mean - own.mean) / scale, ratio: own.spread > 0 ? other.spread / own.spread : 0 }
      : {}),
  }
}

function ofWords(column: FrameColumn, x: Float64Array, y: Float64Array) {
  const [p, q] = [x, y].map((codes) => {
    const counts = new Float64Array(column.words.length)
    for (const code of codes) counts[code]! += 1
    return counts
  }) as [Float64Array, Float64Array]
  let [psi, distance] = [0, 0]
  for (let k = 0; k < p.length; k++) {
    psi += psiTerm(p[k]! / x.length, q[k]! / y.length, x.length, y.length)
    distance += Math.abs(p[k]! / x.length - q[k]! / y.length) / 2
  }
  const unseen = [...q.keys()]
    .filter((k) => p[k] === 0 && q[k]! > 0)
    .sort((i, j) => q[j]! - q[i]!)
    .slice(0, UNSEEN)
    .map((k) => [column.words[k]!.slice(0, 80), q[k]!] as const)
  return { psi, ks: distance, ...(unseen.length > 0 ? { unseen } : {}) }
}

/** One bin of the population stability index; an empty bin counts as half a row. */
function psiTerm(p: number, q: number, n: number, m: number): number {
  const [a, b] = [Math.max(p, 0.5 / n), Math.max(q, 0.5 / m)]
  return p === 0 && q === 0 ? 0 : (b - a) * Math.log(b / a)
}

/** Bins of equal counts of the first; both sorted. */
function psiOfNumbers(x: Float64Array, y: Float64Array): number {
  const edges = Array.from({ length: BINS - 1 }, (_, i) => x[Math.floor(((i + 1) * x.length) / BINS)]!)
  const below = (values: Float64Array) => {
    let at = 0
    const ends = edges.map((edge) => {
      while (at < values.length && values[at]! < edge) at++
      return at
    })
    return [...ends, values.length].map((end, k) => end - (ends[k - 1] ?? 0))
  }
  const [p, q] = [below(x), below(y)]
  return p.reduce((sum, one, k) => sum + psiTerm(one / x.length, q[k]! / y.length, x.length, y.length), 0)
}

/** Largest distance of two distribution functions; both sorted. */
function kolmogorov(x: Float64Array, y: Float64Array): number {
  let [i, j, most] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const value = Math.min(x[i]!, y[j]!)
    while (i < x.length && x[i] === value) i++
    while (j < y.length && y[j] === value) j++
    most = Math.max(most, Math.abs(i / x.length - j / y.length))
  }
  return most
}
