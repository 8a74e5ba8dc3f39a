// The loss of each example, and what its distribution tells: its tail, its humps, and where the model is sure and wrong.

import type { LossesOfSplit } from '../../record/model-tables.ts'
import { quantileInPlace } from '../../signal/quantile.ts'
import { type Predicted, scoredRows } from '../predictions/predicted.ts'

/** Probabilities are kept off 0 by single precision's epsilon, as most frameworks do. */
const LEAST = 2 ** -23
const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
const BINS = 40
const WORST = 12
const SURE = 0.9

export interface RowLosses {
  readonly measure: LossesOfSplit['measure']
  /** rows of `losses`, by their place in the predictions */
  readonly rows: Int32Array
  readonly losses: Float64Array
}

/**
 * Log-loss in nats (the mean over the labels where there are several), or the squared error. Undefined where there is
 * nothing to score: classes without probabilities, no truth.
 */
export function lossesOf(predicted: Predicted): RowLosses | undefined {
  const rows = scoredRows(predicted)
  if (rows.length === 0) return undefined
  if (predicted.task === 'regression') {
    return {
      measure: 'mse',
      rows,
      losses: each(rows, (row) => (predicted.truth[row]! - predicted.predicted[row]!) ** 2),
    }
  }
  if (!predicted.probabilities) return undefined
  const one = predicted.task === 'multilabel' ? ofLabels(predicted) : ofClass(predicted)
  return { measure: 'log-loss', rows, losses: each(rows, one) }
}

function each(rows: Int32Array, of: (row: number) => number): Float64Array {
  const out = new Float64Array(rows.length)
  for (let i = 0; i < out.length; i++) out[i] = of(rows[i]!)
  return out
}

function ofClass({ truth, probabilities, classes }: Predicted): (row: number) => number {
  return (row) => -Math.log(Math.max(LEAST, probabilities![row * classes.length + truth[row]!]!))
}

function ofLabels({ truth, probabilities, classes }: Predicted): (row: number) => number {
  const width = classes.length
  return (row) => {
    let sum = 0
    for (let at = row * width; at < (row + 1) * width; at++) {
      const p = truth[at] === 1 ? probabilities![at]! : 1 - probabilities![at]!
      sum -= Math.log(Math.max(LEAST, p))
    }
    return sum / width
  }
}

/** `refOf` names a row for a reader. */
export function lossSpread(
  predicted: Predicted,
  { measure, rows, losses }: RowLosses,
  refOf: (row: number) => LossesOfSplit['worst'][number]['ref'],
): LossesOfSplit {
  const sorted = losses.slice().sort()
  const total = sumOf(losses)
  const tail = Math.max(1, Math.ceil(0.01 * losses.length))
  const carried = sumOf(sorted.subarray(sorted.length - tail))
  const histogram = histogramOf(sorted, measure)
  const humps = humpsOf(histogram, losses.length)
  return {
    split: predicted.split,
    measure,
    count: losses.length,
    mean: total / losses.length,
    quantiles: QUANTILES.map((q) => quantileInPlace(sorted, q)),
    carried: total > 0 ? carried / total : 0,
    histogram,
    ...(humps ? { humps } : {}),
    sureAndWrong: sureAndWrong(predicted, rows),
    worst: worstOf(rows, losses).map(({ row, loss }) => ({
      ref: refOf(row),
      ...said(predicted, row),
      loss,
    })),
  }
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Equal bins of the logarithm: losses span decades. */
function histogramOf(sorted: Float64Array, measure: string): LossesOfSplit['histogram'] {
  const least = measure === 'log-loss' ? 1e-4 : Math.max((sorted.at(-1) ?? 0) * 1e-8, Number.MIN_VALUE)
  const [low, high] = [Math.log(Math.max(least, sorted[0]!)), Math.log(Math.max(least * Math.E, sorted.at(-1)!))]
  const width = (high - low) / BINS || 1
  const counts = new Array<number>(BINS).fill(0)
  for (const loss of sorted)
    counts[Math.min(BINS - 1, Math.max(0, Math.floor((Math.log(Math.max(least, loss)) - low) / width)))]! += 1
  return { edges: Array.from({ length: BINS + 1 }, (_, i) => Math.exp(low + i * width)), counts }
}

/** A valley must be so much lower than both hills, and the lesser hill hold so many rows. */
const VALLEY = 0.5
const LEAST_HILL = 0.02

/** The deepest valley between two hills of the smoothed histogram. */
function humpsOf({ edges, counts }: LossesOfSplit['histogram'], rows: number): LossesOfSplit['humps'] {
  const smooth = counts.map((_, i) => [-2, -1, 0, 1, 2].reduce((sum, d) => sum + (counts[i + d] ?? 0), 0) / 5)
  let best: { at: number; depth: number } | undefined
  for (let i = 2; i < smooth.length - 2; i++) {
    const hills = Math.min(Math.max(...smooth.slice(0, i)), Math.max(...smooth.slice(i + 1)))
    const depth = smooth[i]! / Math.max(hills, 1e-9)
    if (hills * 5 > LEAST_HILL * rows && depth < VALLEY && (!best || depth < best.depth)) best = { at: i, depth }
  }
  if (!best) return undefined
  const upper = counts.slice(best.at + 1).reduce((a, b) => a + b, 0) / rows
  return upper >= LEAST_HILL && upper <= 1 - LEAST_HILL ? { upper, at: edges[best.at]! } : undefined
}

function sureAndWrong({ task, truth, predicted, probabilities, classes }: Predicted, rows: Int32Array): number {
  if (task !== 'classification' || !probabilities) return 0
  let count = 0
  for (const row of rows)
    if (predicted[row] !== truth[row] && probabilities[row * classes.length + predicted[row]!]! > SURE) count++
  return count / rows.length
}

/** The rows of the largest losses; ties in the order of the rows. */
function worstOf(rows: Int32Array, losses: Float64Array): { readonly row: number; readonly loss: number }[] {
  const list: { row: number; loss: number }[] = []
  for (let i = 0; i < losses.length; i++) {
    const loss = losses[i]!
    if (list.length === WORST && !(loss > list[WORST - 1]!.loss)) continue
    let at = list.length
    while (at > 0 && loss > list[at - 1]!.loss) at--
    list.splice(at, 0, { row: rows[i]!, loss })
    if (list.length > WORST) list.pop()
  }
  return list
}

function said(predicted: Predicted, row: number): { truth: string; predicted: string; probability?: number } {
  const { task, classes, truth, predicted: own, probabilities } = predicted
  const short = (value: number) => String(Number(value.toPrecision(6)))
  if (task === 'regression') return { truth: short(truth[row]!), predicted: short(own[row]!) }
  const width = classes.length
  if (task === 'multilabel') {
    const words = (list: Float64Array) => classes.filter((_, k) => list[row * width + k] === 1).join(' + ') || '–'
    return { truth: words(truth), predicted: words(own) }
  }
  const code = own[row]!
  return {
    truth: classes[truth[row]!]!,
    predicted: classes[code]!,
    ...(probabilities ? { probability: probabilities[row * width + code]! } : {}),
  }
}
