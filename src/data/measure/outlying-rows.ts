// Rows that lie apart from all others, by the distance to their neighbours.

import type { OutlyingRows, RowRef } from '../../record/data-tables.ts'
import { MAD_TO_SD, quantile } from '../../signal/quantile.ts'
import type { Matrix } from '../learn/encode.ts'
import { nearest } from '../learn/neighbours.ts'

const K = 5
/** Rows that are looked at, and among which neighbours are sought, at most. */
const MOST = 5_000
/** Standard deviations of the logarithm of the distance, and the times the usual distance, from which a row is apart. */
const APART = 6
const TIMES = 2.5
const LISTED = 100
const NAMED = 4

export function outlyingRows(
  matrix: Matrix,
  train: Int32Array,
  refOf: (row: number) => RowRef,
): OutlyingRows | undefined {
  const rows = train.subarray(0, MOST)
  if (rows.length < 20 || matrix.columns === 0) return undefined
  const { distance, index } = nearest(matrix, rows, rows, K)
  const logs = Float64Array.from(rows, (_, i) => Math.log(mean(distance, i) + 1e-9))
  const middle = quantile(logs, 0.5)
  const spread =
    MAD_TO_SD *
    quantile(
      logs.map((one) => Math.abs(one - middle)),
      0.5,
    )
  const apart = [...rows.keys()]
    .map((i) => ({ i, times: Math.exp(logs[i]! - middle), score: (logs[i]! - middle) / Math.max(spread, 0.05) }))
    .filter((one) => one.score > APART && one.times > TIMES)
    .sort((a, b) => b.times - a.times)
  const ranked = apart.slice(0, LISTED).map(({ i, times }) => ({
    ref: refOf(rows[i]!),
    score: times,
    columns: farthest(matrix, rows[i]!, index[i * K]!),
  }))
  return { rows: apart.length, of: rows.length, ranked }
}

function mean(distance: Float32Array, i: number): number {
  let sum = 0
  for (let k = 0; k < K; k++) sum += distance[i * K + k]!
  return sum / K
}

/** Columns in which a row differs most from its nearest neighbour. */
function farthest({ columns, data, from }: Matrix, row: number, other: number): readonly string[] {
  const order = Array.from({ length: columns }, (_, c) => c).sort(
    (a, b) =>
      Math.abs(data[row * columns + b]! - data[other * columns + b]!) -
      Math.abs(data[row * columns + a]! - data[other * columns + a]!),
  )
  return [...new Set(order.map((c) => from[c]!))].slice(0, NAMED)
}
