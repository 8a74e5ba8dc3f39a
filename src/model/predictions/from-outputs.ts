// Outputs of a model, or columns of a file, and the truth -> what was predicted, with classes, probabilities and damage counted.

import type { DataSplit } from '../../record/data-tables.ts'
import { argmaxRows, countNonFinite, kindOfOutputs, sigmoid, softmaxRows, sumToOne } from './classes.ts'
import type { Predicted } from './predicted.ts'

export interface Outputs {
  readonly split: DataSplit
  readonly source: string
  /** rows x width */
  readonly values: Float64Array
  readonly width: number
  /** what they are where it is known; else their numbers tell */
  readonly kind?: 'probabilities' | 'logits' | undefined
}

export interface Truth {
  readonly task: 'classification' | 'regression'
  readonly classes: readonly string[]
  /** by row: class or value, NaN where it is not known */
  readonly values: Float64Array
}

/** Of a model with several outputs a regression takes the first. */
export function fromOutputs(outputs: Outputs, truth: Truth): Predicted {
  const { split, source, values, width } = outputs
  const rows = values.length / width
  const nonFinite = countNonFinite(values)
  const shared = { split, source, rows, truth: truth.values, nonFinite }
  if (truth.task === 'regression') {
    const predicted = width === 1 ? values : values.filter((_, i) => i % width === 0)
    return { ...shared, task: 'regression', classes: [], predicted, outputs: 'values' }
  }
  const kind = outputs.kind ?? kindOfOutputs(values, width)
  const classes = namesFor(truth.classes, width === 1 ? 2 : width)
  const logits = kind === 'logits'
  const probabilities =
    width === 1 ? ofOneUnit(values, logits) : logits ? softmaxRows(values, width) : sumToOne(values, width)
  const predicted = argmaxRows(probabilities, classes.length)
  return { ...shared, task: 'classification', classes, predicted, probabilities, outputs: kind }
}

/** A model may know more classes than these data show. */
function namesFor(known: readonly string[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, k) => known[k] ?? String(k))
}

/** One output is the probability, or the logit, of the second of two classes. */
export function ofOneUnit(values: Float64Array, logits: boolean): Float64Array {
  const out = new Float64Array(2 * values.length)
  values.forEach((value, row) => {
    const p = logits ? sigmoid(value) : Math.min(1, Math.max(0, value))
    out[2 * row] = 1 - p
    out[2 * row + 1] = p
  })
  return out
}
