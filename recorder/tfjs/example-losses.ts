// The loss of single examples of a batch, from what the loss function received.

import { type Call, labelsOf } from './losses.ts'
import type { Batch } from './tensors.ts'

/** TensorFlow.js keeps probabilities this far from 0 and 1. */
const EPSILON = 1e-7

export const EACH: ReadonlySet<string> = new Set([
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'softmaxCrossEntropy',
  'binaryCrossentropy',
  'sigmoidCrossEntropy',
  'meanSquaredError',
  'meanAbsoluteError',
])

/** One loss for each row of the batch; undefined where outputs and targets do not pair. */
export function eachLoss(call: Call, output: Batch, target: Batch): readonly number[] | undefined {
  const rows = output.shape[0] ?? 0
  const units = output.shape.at(-1) ?? 1
  if (output.shape.length !== 2 || rows === 0) return undefined
  const rowOf = (batch: Batch, row: number) => batch.values.subarray(row * units, (row + 1) * units)
  if (call.loss === 'cross-entropy') {
    const labels = labelsOf(target, units)
    if (labels?.length !== rows) return undefined
    return labels.map((label, row) => crossEntropy(rowOf(output, row), label, call.takesLogits === true))
  }
  if (target.values.length !== output.values.length) return undefined
  return Array.from({ length: rows }, (_, row) => {
    const [given, wanted] = [rowOf(output, row), rowOf(target, row)]
    let sum = 0
    for (let at = 0; at < units; at++) sum += single(call, given[at]!, wanted[at]!)
    return sum / units
  })
}

function crossEntropy(row: ArrayLike<number>, label: number, logits: boolean): number {
  const values = Array.from(row)
  if (!logits) {
    const share = values[label]! / values.reduce((a, b) => a + b, 0)
    return -Math.log(Math.min(1 - EPSILON, Math.max(EPSILON, share)))
  }
  const top = Math.max(...values)
  return top + Math.log(values.reduce((sum, one) => sum + Math.exp(one - top), 0)) - values[label]!
}

function single({ name, takesLogits }: Call, value: number, wanted: number): number {
  if (name === 'meanSquaredError') return (value - wanted) ** 2
  if (name === 'meanAbsoluteError') return Math.abs(value - wanted)
  const kept = Math.min(1 - EPSILON, Math.max(EPSILON, value))
  const logit = takesLogits ? value : Math.log(kept / (1 - kept))
  return Math.max(logit, 0) - logit * wanted + Math.log1p(Math.exp(-Math.abs(logit)))
}
