// Rows by true and predicted class, and what the accuracy would be were the classes named in another order.

import type { Confusion } from '../../record/model-tables.ts'
import { type Predicted, scoredRows } from '../predictions/predicted.ts'
import { bestAssignment } from './assignment.ts'

/** Classes that a table shows. */
const SHOWN = 20
/** Of more classes no other order of their names is sought: the cost grows with the cube. */
const ORDERED = 200

/** Undefined where there is nothing to count. */
export function confusionOf(predicted: Predicted): Confusion | undefined {
  const { classes, task, split } = predicted
  const width = classes.length
  const rows = scoredRows(predicted)
  if (task !== 'classification' || rows.length === 0 || width > 2_000) return undefined
  const all = new Float64Array(width * width)
  for (const row of rows) all[predicted.truth[row]! * width + predicted.predicted[row]!]! += 1
  const of = (pick: (i: number, k: number) => number) =>
    classes.map((_, i) => classes.reduce((sum, _name, k) => sum + all[pick(i, k)]!, 0))
  const trues = of((i, k) => i * width + k)
  const saids = of((i, k) => k * width + i)
  const right = classes.map((_, i) => all[i * width + i]!)
  const order = classes.map((_, i) => i).sort((a, b) => trues[b]! - trues[a]! || a - b)
  const shown = order.slice(0, SHOWN)
  const sum = right.reduce((a, b) => a + b, 0)
  return {
    split,
    classes: shown.map((i) => classes[i]!),
    cells: shown.map((i) => shown.map((k) => all[i * width + k]!)),
    recall: shown.map((i) => (trues[i]! > 0 ? right[i]! / trues[i]! : Number.NaN)),
    precision: shown.map((i) => (saids[i]! > 0 ? right[i]! / saids[i]! : Number.NaN)),
    trueShare: shown.map((i) => trues[i]! / rows.length),
    predictedShare: shown.map((i) => saids[i]! / rows.length),
    accuracy: sum / rows.length,
    renamed: width <= ORDERED ? bestAssignment(all, width) / rows.length : sum / rows.length,
  }
}
