// LIME: a linear model that stands in for the network around one row (Ribeiro et al. 2016, as lime's tabular explainer fits it).

import { gaussian, uniform } from '../../signal/generator.ts'
import { factor, solveWith } from './least-squares.ts'
import { type Fill, type Groups, inChunks, type Predicting, type Rows } from './predictor.ts'

export interface LimeOptions {
  readonly seed: number
  /** points that are made up, default 5000 */
  readonly samples?: number
}

export interface Lime {
  /**
   * rows x groups x outputs, in units of the output: for a group of one feature over a standard deviation of it in the
   * training rows; for a larger group, a category, between having this row's and having another
   */
  readonly weights: Float64Array
  /** rows x outputs: how much of the outputs around a row the linear model explains, R2 by its weights */
  readonly fit: Float64Array
}

/** What the points were drawn from, and the points: samples x features, and their outputs. */
interface Neighbourhood {
  readonly groups: Groups
  readonly count: number
  readonly points: Float32Array
  /** (count + 1) x groups: coordinates of the points and, last, of the row; those of categories are each row's own */
  readonly design: Float64Array
  readonly outputs: Float64Array
  readonly mean: Float64Array
  readonly spread: Float64Array
}

/** lime's default width of the kernel, in standard deviations, for each root of a feature. */
const WIDTH = 0.75
/** lime's penalty on the squared weights */
const PENALTY = 1

/**
 * Points are drawn about the mean of `training`, each feature by itself, normal with its spread; a group of several
 * features is drawn as a whole from a training row. All rows share the points: only how much a point weighs, by its
 * distance, is a row's own, so that the model is asked for `samples` predictions and one a row. No feature is left out,
 * and none is cut into bins (`discretize_continuous=False`). Throws what the model throws.
 */
export async function lime(
  model: Predicting,
  rows: Rows,
  training: Rows,
  groups: Groups,
  { seed, samples = 5000 }: LimeOptions,
): Promise<Lime> {
  const { outputs, features } = model
  const around = await neighbourhood(model, training, groups, samples, seed)
  const given = await model.predict(rows.data, rows.count)
  const weights = new Float64Array(rows.count * groups.length * outputs)
  const fit = new Float64Array(rows.count * outputs)
  for (let row = 0; row < rows.count; row++) {
    const x = rows.data.subarray(row * features, (row + 1) * features)
    const local = surrogate(around, x, given.subarray(row * outputs, (row + 1) * outputs), features)
    weights.set(local.weights, row * groups.length * outputs)
    fit.set(local.fit, row * outputs)
  }
  return { weights, fit }
}

async function neighbourhood(
  model: Predicting,
  training: Rows,
  groups: Groups,
  count: number,
  seed: number,
): Promise<Neighbourhood> {
  const { features } = model
  const { mean, spread } = moments(training, features)
  const [normal, next] = [gaussian(seed), uniform(seed + 1)]
  const points = new Float32Array(count * features)
  for (let at = 0; at < points.length; at += features) {
    for (let i = 0; i < features; i++) points[at + i] = mean[i]!
    for (const members of groups) {
      const from = members.length > 1 ? Math.floor(next() * training.count) * features : 0
      for (const i of members)
        points[at + i] = members.length > 1 ? training.data[from + i]! : mean[i]! + spread[i]! * normal()
    }
  }
  let outputs = new Float64Array(0)
  const fill: Fill = (into, _, row, rows) => into.set(points.subarray(row * features, (row + rows) * features))
  await inChunks(model, 1, count, fill, (_, given) => {
    outputs = Float64Array.from(given)
  })
  const design = new Float64Array((count + 1) * groups.length)
  groups.forEach(([i], g) => {
    for (let p = 0; p < count; p++)
      design[p * groups.length + g] = (points[p * features + i!]! - mean[i!]!) / spread[i!]!
  })
  return { groups, count, points, design, outputs, mean, spread }
}

/** Mean and population spread of each feature; one that is constant has the spread 1, as scikit-learn's scaler. */
function moments({ data, count }: Rows, features: number): { mean: Float64Array; spread: Float64Array } {
  const [mean, spread] = [new Float64Array(features), new Float64Array(features)]
  for (let at = 0; at < count * features; at++) mean[at % features]! += data[at]! / count
  for (let at = 0; at < count * features; at++)
    spread[at % features]! += (data[at]! - mean[at % features]!) ** 2 / count
  return { mean, spread: spread.map((one) => (one > 0 ? Math.sqrt(one) : 1)) }
}

/** Ridge regression on the points and the row itself, weighted by their distance from it. */
function surrogate(
  around: Neighbourhood,
  x: Float32Array,
  given: Float64Array,
  features: number,
): { weights: Float64Array; fit: Float64Array } {
  const { groups, count, points, design, outputs, mean, spread } = around
  const size = groups.length
  const last = count * size
  groups.forEach((members, g) => {
    const i = members[0]!
    design[last + g] = members.length > 1 ? 1 : (x[i]! - mean[i]!) / spread[i]!
    if (members.length === 1) return
    for (let p = 0; p < count; p++)
      design[p * size + g] = members.every((one) => points[p * features + one] === x[one]) ? 1 : 0
  })
  const importance = new Float64Array(count + 1)
  for (let p = 0; p <= count; p++) {
    let distance = 0
    for (let g = 0; g < size; g++) distance += (design[p * size + g]! - design[last + g]!) ** 2
    // lime takes the root of the exponential
    importance[p] = Math.exp(-distance / (2 * WIDTH ** 2 * size))
  }
  const width = given.length
  const targets = new Float64Array((count + 1) * width)
  targets.set(outputs)
  targets.set(given, count * width)
  return ridge(design, importance, targets, size, width)
}

/** Weighted ridge regression with a free intercept: weights are size x outputs, `fit` the weighted R2 of each output. */
function ridge(
  design: Float64Array,
  importance: Float64Array,
  targets: Float64Array,
  size: number,
  outputs: number,
): { weights: Float64Array; fit: Float64Array } {
  const own = weightedMeans(design, importance, size)
  const goal = weightedMeans(targets, importance, outputs)
  const gram = new Float64Array(size * size)
  const right = Array.from({ length: outputs }, () => new Float64Array(size))
  const total = new Float64Array(outputs)
  const centred = new Float64Array(size)
  for (let p = 0; p < importance.length; p++) {
    const weight = importance[p]!
    for (let i = 0; i < size; i++) centred[i] = design[p * size + i]! - own[i]!
    for (let i = 0; i < size; i++) {
      const value = weight * centred[i]!
      const at = i * size
      for (let j = 0; j <= i; j++) gram[at + j]! += value * centred[j]!
      for (let o = 0; o < outputs; o++) right[o]![i]! += value * (targets[p * outputs + o]! - goal[o]!)
    }
    for (let o = 0; o < outputs; o++) total[o]! += weight * (targets[p * outputs + o]! - goal[o]!) ** 2
  }
  const plain = gram.slice()
  for (let i = 0; i < size; i++) gram[i * size + i]! += PENALTY
  const solver = factor(gram, size)
  const weights = new Float64Array(size * outputs)
  const fit = new Float64Array(outputs)
  right.forEach((side, o) => {
    const solved = solveWith(solver, side.slice())
    for (let i = 0; i < size; i++) weights[i * outputs + o] = solved[i]!
    fit[o] = total[o]! > 0 ? explained(plain, side, solved) / total[o]! : 1
  })
  return { weights, fit }
}

/** Sum of squares that weights take away: 2 w'b - w'Aw, A read below the diagonal. */
function explained(gram: Float64Array, right: Float64Array, weights: Float64Array): number {
  const size = weights.length
  let sum = 0
  for (let i = 0; i < size; i++) {
    sum += 2 * weights[i]! * right[i]! - gram[i * size + i]! * weights[i]! ** 2
    for (let j = 0; j < i; j++) sum -= 2 * gram[i * size + j]! * weights[i]! * weights[j]!
  }
  return sum
}

function weightedMeans(values: Float64Array, importance: Float64Array, width: number): Float64Array {
  const means = new Float64Array(width)
  let total = 0
  importance.forEach((weight, p) => {
    total += weight
    for (let i = 0; i < width; i++) means[i]! += weight * values[p * width + i]!
  })
  return means.map((one) => one / total)
}
