// How near held-out rows lie to the training data, beside how near training rows lie to each other.

import type { DataSplit, SplitDistance } from '../../record/data-tables.ts'
import { quantile } from '../../signal/quantile.ts'
import type { Matrix } from '../learn/encode.ts'
import { shuffled } from '../learn/folds.ts'
import { nearest } from '../learn/neighbours.ts'

const BASE = 4_000
const QUERIES = 1_500

/** Undefined where a side has too few rows, or where training rows are mostly equal. */
export function splitDistance(
  matrix: Matrix,
  train: Int32Array,
  held: Int32Array,
  between: readonly [DataSplit, DataSplit],
  seed: number,
): SplitDistance | undefined {
  if (train.length < 30 || held.length < 20 || matrix.columns === 0) return undefined
  const base = shuffled(train, seed).subarray(0, BASE)
  const queries = shuffled(held, seed).subarray(0, QUERIES)
  const inside = nearest(matrix, base.subarray(0, QUERIES), base, 1).distance
  const across = nearest(matrix, queries, base, 1).distance
  const [own, other] = [quantile(Float64Array.from(inside), 0.5), quantile(Float64Array.from(across), 0.5)]
  if (!(own > 0)) return undefined
  return { between, ratio: other / own, rows: held.length }
}
