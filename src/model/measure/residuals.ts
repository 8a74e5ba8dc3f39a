// What a regression leaves over: how large it is beside the targets, and whether it has a shape of its own.

import type { Residuals } from '../../record/model-tables.ts'
import { uniform } from '../../signal/generator.ts'
import { type Predicted, scoredRows } from '../predictions/predicted.ts'

const SHOWN = 400
/** Rows that ranks and bins are taken of at most. */
const RANKED = 20_000
const BINS = 10

/** Undefined for classes, and where fewer than three rows are known. */
export function residualsOf(predicted: Predicted, seed: number): Residuals | undefined {
  if (predicted.task !== 'regression') return undefined
  const rows = scoredRows(predicted)
  if (rows.length < 3) return undefined
  const [y, p] = [new Float64Array(rows.length), new Float64Array(rows.length)]
  rows.forEach((row, i) => {
    y[i] = predicted.truth[row]!
    p[i] = predicted.predicted[row]!
  })
  const [truth, said] = [momentsOf(y), momentsOf(p)]
  const { squares, absolute, sum, product } = sums(y, p, truth.mean, said.mean)
  const n = rows.length
  const slope = said.variance > 0 ? product / n / said.variance : 0
  const r2 = truth.variance > 0 ? 1 - squares / n / truth.variance : Number.NaN
  const r2Then = truth.variance > 0 && said.variance > 0 ? (product / n) ** 2 / (truth.variance * said.variance) : 0
  const rmse = Math.sqrt(squares / n)
  const some = drawn(n, RANKED, seed)
  const shown = drawn(n, SHOWN, seed)
  return {
    split: predicted.split,
    rows: n,
    r2,
    rmse,
    mae: absolute / n,
    ofRange: rmse / (truth.high - truth.low),
    ofSpread: rmse / Math.sqrt(truth.variance),
    mean: sum / n,
    range: [truth.low, truth.high],
    spread: Math.sqrt(truth.variance),
    predictedRange: [said.low, said.high],
    predictedSpread: Math.sqrt(said.variance),
    intercept: truth.mean - slope * said.mean,
    slope,
    r2Then,
    ...bounds(y, p, said),
    ...shapes(some, y, p),
    truth: Array.from(shown, (i) => y[i]!),
    predicted: Array.from(shown, (i) => p[i]!),
  }
}

interface Moments {
  readonly mean: number
  readonly variance: number
  readonly low: number
  readonly high: number
}

function momentsOf(values: Float64Array): Moments {
  let [sum, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    sum += value
    if (value < low) low = value
    if (value > high) high = value
  }
  const mean = sum / values.length
  let square = 0
  for (const value of values) square += (value - mean) ** 2
  return { mean, variance: square / values.length, low, high }
}

function sums(y: Float64Array, p: Float64Array, meanY: number, meanP: number) {
  let [squares, absolute, sum, product] = [0, 0, 0, 0]
  for (let i = 0; i < y.length; i++) {
    const error = y[i]! - p[i]!
    squares += error * error
    absolute += Math.abs(error)
    sum += error
    product += (y[i]! - meanY) * (p[i]! - meanP)
  }
  return { squares, absolute, sum, product }
}

/** How many predictions stand at the lowest or highest value that any has, and how many truths lie beyond these. */
function bounds(y: Float64Array, p: Float64Array, { low, high }: Moments): Pick<Residuals, 'atBound' | 'beyond'> {
  let [at, lowest, beyond] = [0, 0, 0]
  for (let i = 0; i < y.length; i++) {
    if (p[i] === low) lowest++
    if (p[i] === high) at++
    if (y[i]! < low || y[i]! > high) beyond++
  }
  return { atBound: Math.max(at, lowest) / y.length, beyond: beyond / y.length }
}

function drawn(n: number, most: number, seed: number): Int32Array {
  if (n <= most) return Int32Array.from({ length: n }, (_, i) => i)
  const next = uniform(seed)
  return Int32Array.from({ length: most }, () => Math.floor(next() * n))
}

/** Rank correlation of the absolute residual with the prediction; share of the residual's spread that bins of the prediction explain. */
function shapes(some: Int32Array, y: Float64Array, p: Float64Array): Pick<Residuals, 'widening' | 'curved'> {
  const order = some.slice().sort((a, b) => p[a]! - p[b]!)
  const said = Float64Array.from(order, (i) => p[i]!)
  const residual = Float64Array.from(order, (i) => y[i]! - p[i]!)
  const [a, b] = [ranksOf(said), ranksOf(residual.map(Math.abs))]
  const middle = (order.length - 1) / 2
  let [both, squareA, squareB] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    both += (a[i]! - middle) * (b[i]! - middle)
    squareA += (a[i]! - middle) ** 2
    squareB += (b[i]! - middle) ** 2
  }
  return {
    widening: squareA * squareB > 0 ? both / Math.sqrt(squareA * squareB) : 0,
    curved: explained(residual, said),
  }
}

/** Ranks from 0; equal values share the mean of theirs. */
function ranksOf(values: Float64Array): Float64Array {
  const order = new Int32Array(values.length).map((_, i) => i).sort((a, b) => values[a]! - values[b]!)
  const ranks = new Float64Array(values.length)
  for (let from = 0; from < order.length; ) {
    let to = from + 1
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++
    for (let i = from; i < to; i++) ranks[order[i]!] = (from + to - 1) / 2
    from = to
  }
  return ranks
}

/** 1 - within / whole, corrected for what bins of noise would explain. Equal predictions, which are sorted, share a bin. */
function explained(residual: Float64Array, said: Float64Array): number {
  const n = residual.length
  if (n < 5 * BINS) return 0
  const [rows, sums] = [new Float64Array(BINS), new Float64Array(BINS)]
  let [mean, whole, bin] = [0, 0, 0]
  residual.forEach((one, i) => {
    if (i === 0 || said[i] !== said[i - 1]) bin = Math.floor((i * BINS) / n)
    rows[bin]! += 1
    sums[bin]! += one
    mean += one / n
  })
  for (const one of residual) whole += (one - mean) ** 2
  const used = rows.filter((count) => count > 0).length
  const between = rows.reduce((sum, count, k) => sum + (count > 0 ? count * (sums[k]! / count - mean) ** 2 : 0), 0)
  if (!(whole > 0)) return 0
  return Math.max(0, 1 - ((1 - between / whole) * (n - 1)) / (n - used))
}
