// What a model said of the rows of one split, beside the truth: the shape that every measure of predictions takes.

import type { DataSplit } from '../../record/data-tables.ts'
import type { PredictedPart, PredictedTask } from '../../record/model-tables.ts'

export interface Predicted {
  readonly split: DataSplit
  readonly source: string
  readonly task: PredictedTask
  /** names of the K classes; empty for a regression */
  readonly classes: readonly string[]
  readonly rows: number
  /** class 0..K-1 or value by row; of several labels rows x K of 0 and 1; NaN where it is not known */
  readonly truth: Float64Array
  /** likewise; of several labels 1 where its probability is above 0.5 */
  readonly predicted: Float64Array
  /** rows x K, each row summing to 1 (of several labels each in 0..1); absent where only classes or values are known */
  readonly probabilities?: Float64Array
  readonly outputs: PredictedPart['outputs']
  /** values that came as NaN or Inf */
  readonly nonFinite: number
}

/** Rows whose truth and prediction are both known. */
export function scoredRows({ task, rows, truth, predicted, classes }: Predicted): Int32Array {
  const out = new Int32Array(rows)
  let n = 0
  const width = task === 'multilabel' ? classes.length : 1
  for (let row = 0; row < rows; row++) {
    let known = true
    for (let k = row * width; k < (row + 1) * width; k++)
      known &&= !Number.isNaN(truth[k]!) && Number.isFinite(predicted[k]!)
    if (known) out[n++] = row
  }
  return out.subarray(0, n)
}
