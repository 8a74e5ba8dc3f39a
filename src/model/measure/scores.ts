// Scores of one split with bootstrap intervals: of the model, and of a constant guess that needs no model.

import type { Measure, Score } from '../../record/model-tables.ts'
import { uniform } from '../../signal/generator.ts'
import { quantileInPlace } from '../../signal/quantile.ts'
import { type Predicted, scoredRows } from '../predictions/predicted.ts'
import { lossesOf } from './losses.ts'

const RESAMPLES = 400
/** Rows beyond so many are resampled in groups drawn by lot, whose sums vary as those of single rows do. */
const GROUPS = 2_000
/** Of many classes there are fewer groups, so that the sums of all have no more numbers; but no fewer than these. */
const [SUMS, LEAST_GROUPS] = [300_000, 40]
/** Of more classes only the accuracy and the loss are scored. */
const MOST_CLASSES = 20_000
const INTERVAL = [0.025, 0.975] as const
const LEAST = 2 ** -23

/** Sums over rows from which every score follows: `take` adds a row's part, `scores` reads the sums. */
interface Sums {
  readonly width: number
  take(row: number, place: number, into: Float64Array, at: number): void
  scores(sums: Float64Array): Partial<Record<Measure, number>>
}

/** What was learnt of the training's truth, to guess without a model: shares of the classes, or the mean. */
export interface Guess {
  readonly shares: Float64Array
  readonly mean: number
}

export function guessFrom(predicted: Predicted): Guess {
  const { truth, classes } = predicted
  const shares = new Float64Array(classes.length)
  let [sum, count] = [0, 0]
  const rows = scoredRows(predicted)
  const width = predicted.task === 'multilabel' ? classes.length : 1
  for (const row of rows)
    for (let k = 0; k < width; k++) {
      const value = truth[row * width + k]!
      sum += value
      count++
      if (predicted.task === 'multilabel') shares[k]! += value
      else if (classes.length > 0) shares[value]! += 1
    }
  return { shares: shares.map((one) => one / Math.max(1, rows.length)), mean: count > 0 ? sum / count : 0 }
}

/** All scores of the model on a split, and of the guess. Empty where nothing can be scored. Efron & Tibshirani 1993. */
export function scoresOf(predicted: Predicted, guess: Guess, seed: number): Score[] {
  const rows = scoredRows(predicted)
  if (rows.length === 0) return []
  return [
    ...scored(predicted, rows, sumsOf(predicted), 'model', seed),
    ...scored(predicted, rows, sumsOf(guessed(predicted, guess), constantLoss(predicted, guess)), 'constant', seed),
  ]
}

function scored(predicted: Predicted, rows: Int32Array, sums: Sums, of: Score['of'], seed: number): Score[] {
  const { groups, count } = grouped(rows, sums, seed)
  const whole = sums.scores(total(groups, count, sums.width))
  const drawn = resampled(groups, count, sums, seed)
  return (Object.entries(whole) as [Measure, number][])
    .filter(([, value]) => Number.isFinite(value))
    .map(([measure, value]) => {
      const values = Float64Array.from(drawn, (one) => one[measure] ?? Number.NaN).filter(Number.isFinite)
      const [low, high] = INTERVAL.map((q) => quantileInPlace(values, q)) as [number, number]
      return { split: predicted.split, of, measure, value, low: Math.min(low, value), high: Math.max(high, value) }
    })
}

function grouped(rows: Int32Array, { width, take }: Sums, seed: number) {
  const count = Math.min(rows.length, GROUPS, Math.max(LEAST_GROUPS, Math.floor(SUMS / width)))
  const groups = new Float64Array(count * width)
  const next = uniform(seed)
  for (let i = 0; i < rows.length; i++) {
    const group = rows.length === count ? i : Math.floor(next() * count)
    take(rows[i]!, i, groups, group * width)
  }
  return { groups, count }
}

function total(groups: Float64Array, count: number, width: number): Float64Array {
  const out = new Float64Array(width)
  for (let g = 0; g < count; g++) for (let k = 0; k < width; k++) out[k]! += groups[g * width + k]!
  return out
}

function resampled(groups: Float64Array, count: number, { width, scores }: Sums, seed: number) {
  const next = uniform(seed + 1)
  return Array.from({ length: RESAMPLES }, () => {
    const sums = new Float64Array(width)
    for (let i = 0; i < count; i++) {
      const at = Math.floor(next() * count) * width
      for (let k = 0; k < width; k++) sums[k]! += groups[at + k]!
    }
    return scores(sums)
  })
}

function sumsOf(predicted: Predicted, loss = ownLoss(predicted)): Sums {
  if (predicted.task === 'regression') return ofQuantities(predicted)
  if (predicted.task === 'multilabel') return ofLabels(predicted, loss)
  return predicted.classes.length > MOST_CLASSES ? ofManyClasses(predicted, loss) : ofClasses(predicted, loss)
}

type LossAt = ((row: number, place: number) => number) | undefined

function ownLoss(predicted: Predicted): LossAt {
  if (predicted.task === 'regression') return undefined
  const known = lossesOf(predicted)
  return known && ((_, place) => known.losses[place]!)
}

/** n, the sum of squared and of absolute errors, of the truth and of its square; the truth's mean is taken off first. */
function ofQuantities(own: Predicted): Sums {
  const { truth, predicted } = own
  const origin = guessFrom(own).mean
  return {
    width: 5,
    take: (row, _, into, at) => {
      const error = truth[row]! - predicted[row]!
      const y = truth[row]! - origin
      into[at]! += 1
      into[at + 1]! += error * error
      into[at + 2]! += Math.abs(error)
      into[at + 3]! += y
      into[at + 4]! += y * y
    },
    scores: ([n, squares, absolute, sum, square]) => {
      const spread = square! - (sum! * sum!) / n!
      return {
        r2: spread > 0 ? 1 - squares! / spread : Number.NaN,
        rmse: Math.sqrt(squares! / n!),
        mae: absolute! / n!,
      }
    },
  }
}

/** Of each class: rows, rows that were called so, and of these the right ones; at last n and the loss. */
function ofClasses({ truth, predicted, classes }: Predicted, loss: LossAt): Sums {
  const k = classes.length
  return {
    width: 3 * k + 2,
    take: (row, place, into, at) => {
      const [y, said] = [truth[row]!, predicted[row]!]
      into[at + y]! += 1
      into[at + k + said]! += 1
      if (y === said) into[at + 2 * k + y]! += 1
      into[at + 3 * k]! += 1
      if (loss) into[at + 3 * k + 1]! += loss(row, place)
    },
    scores: (sums) => {
      let [right, recall, f1, seen, met] = [0, 0, 0, 0, 0]
      for (let c = 0; c < k; c++) {
        const [rows, said, hits] = [sums[c]!, sums[k + c]!, sums[2 * k + c]!]
        right += hits
        if (rows > 0) {
          seen++
          recall += hits / rows
        }
        if (rows + said > 0) {
          met++
          f1 += (2 * hits) / (rows + said)
        }
      }
      const n = sums[3 * k]!
      const scores = { accuracy: right / n, 'balanced-accuracy': recall / seen, 'macro-f1': f1 / met }
      return loss ? { ...scores, 'log-loss': sums[3 * k + 1]! / n } : scores
    },
  }
}

function ofManyClasses({ truth, predicted }: Predicted, loss: LossAt): Sums {
  return {
    width: 3,
    take: (row, place, into, at) => {
      into[at]! += 1
      into[at + 1]! += Number(truth[row] === predicted[row])
      if (loss) into[at + 2]! += loss(row, place)
    },
    scores: ([n, right, sum]) => ({ accuracy: right! / n!, ...(loss ? { 'log-loss': sum! / n! } : {}) }),
  }
}

function ofLabels({ truth, predicted, classes }: Predicted, loss: LossAt): Sums {
  const k = classes.length
  return {
    width: 4 * k + 2,
    take: (row, place, into, at) => {
      for (let c = 0; c < k; c++) {
        const [y, said] = [truth[row * k + c]!, predicted[row * k + c]!]
        into[at + c]! += y
        into[at + k + c]! += said
        into[at + 2 * k + c]! += y * said
        into[at + 3 * k + c]! += Number(y === said)
      }
      into[at + 4 * k]! += 1
      if (loss) into[at + 4 * k + 1]! += loss(row, place)
    },
    scores: (sums) => {
      const n = sums[4 * k]!
      let [right, f1, met] = [0, 0, 0]
      for (let c = 0; c < k; c++) {
        right += sums[3 * k + c]! / n / k
        const met1 = sums[c]! + sums[k + c]!
        if (met1 > 0) {
          met++
          f1 += (2 * sums[2 * k + c]!) / met1
        }
      }
      const scores = { accuracy: right, 'macro-f1': met > 0 ? f1 / met : Number.NaN }
      return loss ? { ...scores, 'log-loss': sums[4 * k + 1]! / n } : scores
    },
  }
}

/** The commonest class, or the mean, for every row. */
function guessed(predicted: Predicted, { shares, mean }: Guess): Predicted {
  const { task, classes, rows } = predicted
  if (task === 'regression') return { ...predicted, predicted: new Float64Array(rows).fill(mean) }
  if (task === 'classification') {
    const commonest = shares.reduce((best, share, k) => (share > shares[best]! ? k : best), 0)
    return { ...predicted, predicted: new Float64Array(rows).fill(commonest) }
  }
  const one = shares.map((share) => Number(share > 0.5))
  return {
    ...predicted,
    predicted: Float64Array.from({ length: rows * classes.length }, (_, i) => one[i % classes.length]!),
  }
}

/** Of a guess that gives the shares of the training as its probabilities. */
function constantLoss({ task, truth, classes, probabilities }: Predicted, { shares }: Guess): LossAt {
  // beside a model whose loss is not known it says nothing
  if (task === 'regression' || !probabilities) return undefined
  if (task === 'classification') return (row) => -Math.log(Math.max(LEAST, shares[truth[row]!]!))
  const k = classes.length
  return (row) => {
    let sum = 0
    for (let c = 0; c < k; c++) sum -= Math.log(Math.max(LEAST, truth[row * k + c] === 1 ? shares[c]! : 1 - shares[c]!))
    return sum / k
  }
}
