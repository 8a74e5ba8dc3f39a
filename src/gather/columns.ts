// Columns of one curve while they grow: 8 bytes a value, and 8 more for each coordinate that the source gives.

import type { Axis, Mean, Split } from '../record/series.ts'

/** A curve that is being read. `told` is the axis where the source says it; else it is derived when the curve ends. */
export interface Growing {
  readonly name: string
  readonly metric: string
  readonly split: Split
  readonly told: Axis | undefined
  readonly part: boolean
  /** the layer that it measures */
  readonly layer: string | undefined
  /** measured by the recorder, not read from what was printed */
  readonly measured: boolean
  mean: Mean
  length: number
  value: Float64Array
  /** made only when a first coordinate arrives; NaN where a value has none */
  step: Float64Array | undefined
  epoch: Float64Array | undefined
  /** the coordinates last given, as the source gave them */
  lastStep: number
  lastEpoch: number
}

const FIRST = 16
/** from here on columns grow by half, so that a long curve never holds twice what it needs */
const LARGE = 1 << 20

type Shape = Pick<Growing, 'name' | 'metric' | 'split' | 'told' | 'part' | 'layer' | 'measured' | 'mean'>

export function growing(shape: Shape): Growing {
  return {
    ...shape,
    length: 0,
    value: new Float64Array(FIRST),
    step: undefined,
    epoch: undefined,
    lastStep: Number.NaN,
    lastEpoch: Number.NaN,
  }
}

/** Appends a value; a coordinate that is NaN is one that was not given. */
export function append(curve: Growing, value: number, step: number, epoch: number): void {
  const at = curve.length
  if (at === curve.value.length) grow(curve)
  curve.value[at] = value
  if (curve.step) curve.step[at] = step
  else if (!Number.isNaN(step)) curve.step = column(curve, step)
  if (curve.epoch) curve.epoch[at] = epoch
  else if (!Number.isNaN(epoch)) curve.epoch = column(curve, epoch)
  curve.length = at + 1
}

/** A copy that may be changed while the curve grows on. */
export function copyOf(curve: Growing): Growing {
  const { value, step, epoch, length } = curve
  return {
    ...curve,
    value: value.slice(0, length),
    step: step?.slice(0, length),
    epoch: epoch?.slice(0, length),
  }
}

/** Keeps the rows for which `keep` is true, in their order. */
export function keepRows(curve: Growing, keep: (row: number) => boolean): void {
  let to = 0
  for (let row = 0; row < curve.length; row++) {
    if (!keep(row)) continue
    curve.value[to] = curve.value[row]!
    if (curve.step) curve.step[to] = curve.step[row]!
    if (curve.epoch) curve.epoch[to] = curve.epoch[row]!
    to++
  }
  curve.length = to
}

/** The coordinate of a row on the curve's own axis: the told one, else steps before epochs; NaN where none is given. */
export function coordinate(curve: Growing, row: number): number {
  const byEpoch = curve.told === 'epoch'
  const own = byEpoch ? curve.epoch : curve.step
  const other = byEpoch ? curve.step : curve.epoch
  const at = own ? own[row]! : Number.NaN
  return !Number.isNaN(at) ? at : other ? other[row]! : Number.NaN
}

/** The first row whose coordinate is `at` or more; the coordinates must not go back. */
export function rowAt(curve: Growing, at: number): number {
  let low = 0
  let high = curve.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (coordinate(curve, middle) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** A column as long as needed and no longer. */
export function trimmed(column: Float64Array, length: number): Float64Array {
  return column.length > length + (length >> 3) ? column.slice(0, length) : column.subarray(0, length)
}

function column(curve: Growing, value: number): Float64Array {
  const made = new Float64Array(curve.value.length)
  made.fill(Number.NaN, 0, curve.length)
  made[curve.length] = value
  return made
}

function grow(curve: Growing): void {
  const size = curve.value.length < LARGE ? curve.value.length * 2 : curve.value.length + (curve.value.length >> 1)
  curve.value = longer(curve.value, size)
  if (curve.step) curve.step = longer(curve.step, size)
  if (curve.epoch) curve.epoch = longer(curve.epoch, size)
}

function longer(old: Float64Array, size: number): Float64Array {
  const made = new Float64Array(size)
  made.set(old)
  return made
}
