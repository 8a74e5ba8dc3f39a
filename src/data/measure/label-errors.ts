// Labels that models which never saw the row speak against: confident learning (Northcutt, Jiang & Chuang 2021).

import type { LabelErrors, SuspiciousLabel } from '../../record/data-tables.ts'
import type { Foreseen } from '../learn/foresee.ts'
import { argmax } from '../learn/score.ts'

/** Rows that are listed. */
const LISTED = 20_000

export interface LabelErrorInput {
  /** probabilities by place in `rows` */
  readonly foreseen: Foreseen
  readonly rows: ArrayLike<number>
  readonly target: ArrayLike<number>
  readonly accuracy: number
  refOf(row: number): SuspiciousLabel['ref']
  wordOf(label: number): string
}

/** Where classes overlap the models are often wrong and rarely sure; only sure contradiction is doubt. */
const SURE = 0.8

/** A label is doubted where another class is likelier; it counts where that class is foreseen surely, and as surely as it usually is. */
export function labelErrors({ foreseen, rows, target, accuracy, refOf, wordOf }: LabelErrorInput): LabelErrors {
  const { width, values } = foreseen
  const usual = thresholds(foreseen, rows, target)
  const wrong: { row: number; likely: number; confidence: number; counts: boolean; margin: number }[] = []
  for (let i = 0; i < rows.length; i++) {
    const own = target[rows[i]!]!
    const likely = argmax(values, i * width, width)
    if (likely === own) continue
    const [p, confidence] = [values[i * width + likely]!, values[i * width + own]!]
    wrong.push({
      row: rows[i]!,
      likely,
      confidence,
      counts: p >= Math.max(usual[likely]!, SURE),
      margin: p - confidence,
    })
  }
  wrong.sort((a, b) => b.margin - a.margin)
  const ranked = wrong.slice(0, LISTED).map(({ row, likely, confidence }) => ({
    ref: refOf(row),
    given: wordOf(target[row]!),
    likely: wordOf(likely),
    confidence,
  }))
  const count = wrong.filter((one) => one.counts).length
  return { rows: count, of: rows.length, share: count / Math.max(1, rows.length), accuracy, ranked }
}

/** Mean probability of each class over the rows that carry it. */
function thresholds({ width, values }: Foreseen, rows: ArrayLike<number>, target: ArrayLike<number>): Float64Array {
  const [sum, count] = [new Float64Array(width), new Float64Array(width)]
  for (let i = 0; i < rows.length; i++) {
    const own = target[rows[i]!]!
    sum[own]! += values[i * width + own]!
    count[own]! += 1
  }
  return sum.map((one, k) => (count[k]! > 0 ? one / count[k]! : Number.POSITIVE_INFINITY))
}

/** The mean of several foresights of the same rows. */
export function together(all: readonly Foreseen[]): Foreseen {
  const [first, ...rest] = all
  const values = first!.values.slice()
  for (const one of rest) for (let i = 0; i < values.length; i++) values[i]! += one.values[i]!
  return { width: first!.width, values: values.map((value) => value / all.length) }
}
