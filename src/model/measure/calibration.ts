// Whether probabilities mean what they say: expected calibration error, reliability, and the temperature that mends them.

import type { Calibration } from '../../record/model-tables.ts'
import { uniform } from '../../signal/generator.ts'
import { type Predicted, scoredRows } from '../predictions/predicted.ts'

const BINS = 15
/** Rows that the temperature is fitted on at most; more change its third digit. Fewer of many classes. */
const FITTED = 20_000
const [FITTED_NUMBERS, LEAST_FITTED] = [2_000_000, 500]
const SHOWN = 6
const LEAST = 2 ** -23
/** What a probability of 0 counts as where its logarithm is divided by a temperature. */
const ZERO = 1e-30
/** A probability that single precision cannot tell from 1. */
const CERTAIN = 1 - 2 ** -23

/** Undefined where there are no probabilities of classes, or no truth. */
export function calibrationOf(predicted: Predicted, seed: number): Calibration | undefined {
  const { task, classes, probabilities, truth, split } = predicted
  if (task !== 'classification' || !probabilities) return undefined
  const rows = scoredRows(predicted)
  if (rows.length === 0) return undefined
  const width = classes.length
  const now = reliability(predicted, rows, 1)
  const most = Math.min(FITTED, Math.max(LEAST_FITTED, Math.floor(FITTED_NUMBERS / width)))
  const temperature = fitTemperature(probabilities, truth, width, chosen(rows, most, seed))
  const then = reliability(predicted, rows, temperature)
  return {
    split,
    rows: rows.length,
    ece: now.ece,
    eceByChance: now.byChance,
    confidence: now.confidence,
    accuracy: now.accuracy,
    loss: now.loss,
    temperature,
    lossThen: then.loss,
    eceThen: then.ece,
    bins: now.bins,
    certain: now.certain,
    rowsShown: width <= 3 ? shown(predicted, rows) : [],
  }
}

function chosen(rows: Int32Array, most: number, seed: number): Int32Array {
  if (rows.length <= most) return rows
  const next = uniform(seed)
  return Int32Array.from({ length: most }, () => rows[Math.floor(next() * rows.length)]!)
}

/** Of the largest probability of each row, over bins of equal width (Guo et al. 2017, equation 3). */
function reliability({ probabilities, truth, classes }: Predicted, rows: Int32Array, temperature: number) {
  const width = classes.length
  const [count, sure, right, vary] = [0, 1, 2, 3].map(() => new Float64Array(BINS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const p = new Float64Array(width)
  let [loss, certain] = [0, 0]
  for (const row of rows) {
    const best = tempered(probabilities!, row * width, width, temperature, p)
    const bin = Math.min(BINS - 1, Math.floor(p[best]! * BINS))
    count[bin]! += 1
    sure[bin]! += p[best]!
    right[bin]! += Number(best === truth[row])
    vary[bin]! += p[best]! * (1 - p[best]!)
    loss -= Math.log(Math.max(LEAST, p[truth[row]!]!))
    if (p[best]! >= CERTAIN) certain++
  }
  const n = rows.length
  // were the probabilities true, the difference in a bin would be normal about 0 with this spread
  const byChance = vary.reduce((sum, one) => sum + Math.sqrt((2 / Math.PI) * one), 0) / n
  return {
    ece: count.reduce((sum, _, k) => sum + Math.abs(sure[k]! - right[k]!), 0) / n,
    byChance,
    confidence: sure.reduce((a, b) => a + b, 0) / n,
    accuracy: right.reduce((a, b) => a + b, 0) / n,
    loss: loss / n,
    certain: certain / n,
    bins: [...count].flatMap((rows, k) =>
      rows > 0 ? [{ rows, confidence: sure[k]! / rows, accuracy: right[k]! / rows }] : [],
    ),
  }
}

/** Probabilities whose logits were divided by the temperature, into `out`; gives the place of the largest. */
function tempered(p: Float64Array, at: number, width: number, temperature: number, out: Float64Array): number {
  let best = 0
  for (let k = 1; k < width; k++) if (p[at + k]! > p[at + best]!) best = k
  if (temperature === 1) {
    for (let k = 0; k < width; k++) out[k] = p[at + k]!
    return best
  }
  const most = Math.log(Math.max(ZERO, p[at + best]!))
  let sum = 0
  for (let k = 0; k < width; k++) {
    out[k] = Math.exp((Math.log(Math.max(ZERO, p[at + k]!)) - most) / temperature)
    sum += out[k]!
  }
  for (let k = 0; k < width; k++) out[k]! /= sum
  return best
}

/** By row: the logits less the largest, then how far the true one is below it. rows x (width + 1). */
function logitsOf(p: Float64Array, truth: Float64Array, width: number, rows: Int32Array): Float64Array {
  const out = new Float64Array(rows.length * (width + 1))
  rows.forEach((row, i) => {
    const at = i * (width + 1)
    let most = Number.NEGATIVE_INFINITY
    for (let k = 0; k < width; k++) {
      out[at + k] = Math.log(Math.max(ZERO, p[row * width + k]!))
      most = Math.max(most, out[at + k]!)
    }
    for (let k = 0; k < width; k++) out[at + k]! -= most
    out[at + width] = out[at + truth[row]!]!
  })
  return out
}

/** The temperature of the least log-loss, in 0.05..20, by golden section of its logarithm: the loss has one minimum in it. */
function fitTemperature(p: Float64Array, truth: Float64Array, width: number, rows: Int32Array): number {
  const logits = logitsOf(p, truth, width, rows)
  const loss = (logT: number) => {
    const inverse = Math.exp(-logT)
    let all = 0
    for (let at = 0; at < logits.length; at += width + 1) {
      let sum = 0
      for (let k = 0; k < width; k++) sum += Math.exp(logits[at + k]! * inverse)
      all += Math.log(sum) - logits[at + width]! * inverse
    }
    return all
  }
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(0.05), Math.log(20)]
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)]
  let [fa, fb] = [loss(a), loss(b)]
  for (let i = 0; i < 24; i++) {
    if (fa < fb) {
      ;[high, b, fb] = [b, a, fa]
      a = high - golden * (high - low)
      fa = loss(a)
    } else {
      ;[low, a, fa] = [a, b, fb]
      b = low + golden * (high - low)
      fb = loss(b)
    }
  }
  return Math.exp((low + high) / 2)
}

/** Rows spread over the confidence in their true class, for a reader to play with. */
function shown({ probabilities, truth, classes }: Predicted, rows: Int32Array): Calibration['rowsShown'] {
  const width = classes.length
  const step = Math.max(1, Math.floor(rows.length / 2_000))
  const sorted = [...rows.filter((_, i) => i % step === 0)].sort(
    (a, b) => probabilities![b * width + truth[b]!]! - probabilities![a * width + truth[a]!]!,
  )
  const count = Math.min(SHOWN, sorted.length)
  return Array.from({ length: count }, (_, i) => {
    const row = sorted[Math.round((i * (sorted.length - 1)) / Math.max(1, count - 1))]!
    return {
      probabilities: Array.from({ length: width }, (_, k) => Number(probabilities![row * width + k]!.toFixed(4))),
      truth: truth[row]!,
    }
  })
}
