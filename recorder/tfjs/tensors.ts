// One tensor in a few numbers: range, mean, spread, what is not finite, and how its features compare.

import { readsAtOnce, type Tensor, type Values } from './shapes.ts'
import { number } from './stream.ts'

/** values that are looked at; of a larger tensor the first rows */
const MOST = 1 << 18
const MOST_FEATURES = 4096
const MOST_DISTINCT = 4096

export interface Batch {
  readonly values: Values
  readonly shape: readonly number[]
  readonly dtype: string
}

/** The values of a tensor, not to be written to: whole rows from the beginning, at most about 2^18 values. */
export function read(tensor: Tensor): Batch {
  return { values: tensor.dataSync(), shape: tensor.shape, dtype: tensor.dtype }
}

function few({ values, shape, dtype }: Batch): Batch {
  if (values.length <= MOST || shape.length === 0) return { values, shape, dtype }
  const rows = Math.max(1, Math.floor((MOST * shape[0]!) / values.length))
  const width = values.length / shape[0]!
  return { values: values.subarray(0, Math.min(MOST, rows * width)), shape: [rows, ...shape.slice(1)], dtype }
}

export function norm(values: ArrayLike<number>, most = values.length): number {
  let sum = 0
  for (let at = 0; at < most; at++) sum += values[at]! * values[at]!
  return Math.sqrt(sum)
}

interface Moments {
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly spread: number
  readonly lost: number
}

/** Smallest, largest, mean and standard deviation of what is finite, and the share of what is not. */
export function moments(values: ArrayLike<number>): Moments {
  let [min, max, sum, count] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0, 0]
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (!Number.isFinite(value)) continue
    if (value < min) min = value
    if (value > max) max = value
    sum += value
    count++
  }
  const lost = values.length > 0 ? 1 - count / values.length : 0
  if (count === 0) return { min: Number.NaN, max: Number.NaN, mean: Number.NaN, spread: Number.NaN, lost }
  const mean = sum / count
  let squares = 0
  for (let at = 0; at < values.length; at++) {
    const apart = values[at]! - mean
    if (Number.isFinite(apart)) squares += apart * apart
  }
  return { min, max, mean, spread: Math.sqrt(squares / count), lost }
}

/** A row of `inputs`, `targets` or `outputs` (BatchTensor of src/record/tables.ts); undefined of what holds no numbers. */
export function describe(batch: Batch, step: number, split: string, name: string, classes = false) {
  const { dtype } = batch
  const part = few(batch)
  const values = part.values
  if (values.length === 0 || !['float32', 'int32', 'bool'].includes(dtype)) return undefined
  const { min, max, mean, spread, lost } = moments(values)
  const float = dtype === 'float32'
  const rows = part.shape[0] ?? 1
  return {
    step,
    split,
    name,
    type: float ? 'float' : dtype === 'bool' ? 'boolean' : 'integer',
    shape: [...batch.shape],
    min: number(min),
    max: number(max),
    mean: number(mean),
    spread: number(spread),
    nonFinite: number(lost),
    ...distinctOf(values, float),
    ...(float && part.shape.length >= 2 && rows >= 2 && featuresOf(part)),
    ...(float && classes && part.shape.length >= 2 && rows >= 2 && classesOf(part)),
  }
}

function distinctOf(values: Values, float: boolean): { distinct?: number } {
  if (float && (values.length > MOST_DISTINCT || !values.every(Number.isInteger))) return {}
  return { distinct: new Set(values).size }
}

/** Mean and standard deviation of each place along the last axis, over all else; what is not finite counts as 0. */
function columns(values: ArrayLike<number>, width: number): readonly (readonly [number, number])[] {
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)]
  const rows = values.length / width
  for (let at = 0, place = 0; at < values.length; at++) {
    const value = values[at]!
    if (Number.isFinite(value)) sums[place]! += value
    if (++place === width) place = 0
  }
  for (let at = 0, place = 0; at < values.length; at++) {
    const value = values[at]!
    squares[place]! += ((Number.isFinite(value) ? value : 0) - sums[place]! / rows) ** 2
    if (++place === width) place = 0
  }
  return Array.from(sums, (sum, at) => [sum / rows, Math.sqrt(squares[at]! / rows)] as const)
}

/** Means and spreads of the features, which are the last axis: TensorFlow.js keeps channels there. */
function featuresOf({ values, shape }: Batch) {
  const width = shape.at(-1)!
  if (width < 2 || width > MOST_FEATURES || !values.some(Number.isFinite)) return {}
  const all = columns(values, width)
  const means = all.map(([mean]) => mean)
  const spreads = all.map(([, spread]) => spread)
  const moving = spreads.filter((one) => one > 0)
  return {
    features: {
      count: width,
      means: [number(Math.min(...means)), number(Math.max(...means))],
      spreads: moving.length > 0 ? [number(Math.min(...moving)), number(Math.max(...moving))] : [0, 0],
      constant: spreads.length - moving.length,
    },
  }
}

/** What tells whether the outputs still depend on the example. */
function classesOf({ values, shape }: Batch) {
  const units = shape.at(-1)!
  const width = values.length / shape[0]!
  // what is not finite is no answer, and none that all examples share
  const finite = values.every(Number.isFinite)
  const spread = finite ? columns(values, width).reduce((sum, [, one]) => sum + one, 0) / width : Number.NaN
  const acrossRows = number(spread)
  if (units < 2) return { acrossRows }
  const counts = new Map<number, number>()
  let sumsToOne = true
  for (let from = 0; from < values.length; from += units) {
    const top = topOf(values, from, units)
    counts.set(top, (counts.get(top) ?? 0) + 1)
    let [sum, least] = [0, Number.POSITIVE_INFINITY]
    for (let at = from; at < from + units; at++) {
      sum += values[at]!
      least = Math.min(least, values[at]!)
    }
    sumsToOne &&= Math.abs(sum - 1) < 1e-3 && least >= 0
  }
  return { acrossRows, sumsToOne, topShare: number((Math.max(...counts.values()) * units) / values.length) }
}

/** Place of the largest of `length` values from `from`. */
export function topOf(values: ArrayLike<number>, from: number, length: number): number {
  let top = 0
  for (let at = 1; at < length; at++) if (values[from + at]! > values[from + top]!) top = at
  return top
}

/** The single value of a scalar: at once where no device is waited for. */
export function scalar(tensor: Tensor): number | Promise<number> {
  if (readsAtOnce()) return tensor.dataSync()[0]!
  return tensor.data().then((values) => values[0]!)
}
