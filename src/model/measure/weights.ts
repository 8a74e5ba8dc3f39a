// The values of each stored tensor: moments, what is not finite, units that are dead or alike, and whose distribution they still have.

import type { WeightRow } from '../../record/model-tables.ts'
import { normalCdf } from '../../signal/normal.ts'
import type { ModelLayer, Weight } from '../opened.ts'

const BINS = 32
/** Tensors beyond so many values are not held in memory: of them only moments are taken. */
const HELD = 32_000_000
/** Values that a distribution is compared by at most. */
const COMPARED = 20_000
/** Units with the same sum of weights that a unit is compared with at most. */
const ALIKE = 64

/** One row a tensor whose values can be read, in the order of the layers. `most` bounds how many are looked at. */
export function weightRows(layers: readonly ModelLayer[], most = 2_000): WeightRow[] {
  const rows: WeightRow[] = []
  const seen = new Set<unknown>()
  for (const layer of layers)
    for (const weight of layer.weights) {
      // a tied weight belongs to the first layer that holds it
      if (rows.length >= most || seen.has(weight.tensor) || !weight.tensor.pieces || !isNumber(weight.tensor.type))
        continue
      seen.add(weight.tensor)
      rows.push(rowOf(layer, weight))
    }
  return rows
}

function isNumber(type: string): boolean {
  return /^(?:float|bfloat|double|half)/.test(type)
}

function rowOf(layer: ModelLayer, { tensor, role, outAxis, inAxis }: Weight): WeightRow {
  const count = tensor.shape.reduce((a, b) => a * b, 1)
  const values = count <= HELD ? held(tensor.pieces!(), count) : undefined
  const moments = momentsOf(values ? [values] : tensor.pieces!())
  const kernel = (role === 'kernel' || role === 'recurrent') && outAxis !== undefined && tensor.shape.length >= 2
  const fans = kernel ? fansOf(tensor.shape, outAxis, inAxis) : {}
  return {
    layer: layer.name,
    kind: layer.kind,
    tensor: tensor.name,
    role,
    shape: tensor.shape,
    count,
    ...moments,
    ...fans,
    ...(kernel && values ? unitsOf(values, tensor.shape, outAxis, inAxis) : {}),
    ...(values && (kernel || role === 'embedding') ? distances(values, moments) : {}),
    ...(values ? { histogram: histogramOf(values, moments) } : {}),
  }
}

function held(pieces: Iterable<Float64Array>, count: number): Float64Array {
  const out = new Float64Array(count)
  let at = 0
  for (const piece of pieces) {
    out.set(piece.subarray(0, count - at), at)
    at += piece.length
    if (at >= count) break
  }
  return out
}

type Moments = Pick<WeightRow, 'mean' | 'spread' | 'min' | 'max' | 'zero' | 'nonFinite'>

/** In one pass (Welford 1962). */
function momentsOf(pieces: Iterable<Float64Array>): Moments {
  let [n, mean, square, zero, odd, all] = [0, 0, 0, 0, 0, 0]
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const piece of pieces)
    for (const value of piece) {
      all++
      if (!Number.isFinite(value)) {
        odd++
        continue
      }
      n++
      const before = value - mean
      mean += before / n
      square += before * (value - mean)
      if (value === 0) zero++
      if (value < min) min = value
      if (value > max) max = value
    }
  const some = Math.max(1, all)
  return {
    mean: n > 0 ? mean : 0,
    spread: n > 0 ? Math.sqrt(square / n) : 0,
    min: n > 0 ? min : 0,
    max: n > 0 ? max : 0,
    zero: zero / some,
    nonFinite: odd / some,
  }
}

/** As initialisers count them: the window of a convolution belongs to both. */
function fansOf(shape: readonly number[], outAxis: number, inAxis = outAxis === 0 ? 1 : 0) {
  const window = shape.reduce((size, one, axis) => (axis === outAxis || axis === inAxis ? size : size * one), 1)
  return {
    fanIn: (shape[inAxis] ?? 1) * window,
    fanOut: (shape[outAxis] ?? 1) * window,
    units: shape[outAxis] ?? 1,
    inputs: shape[inAxis] ?? 1,
  }
}

/** Units that are dead or equal to another, and inputs that no unit listens to. */
function unitsOf(values: Float64Array, shape: readonly number[], outAxis: number, inAxis = outAxis === 0 ? 1 : 0) {
  const units = alongAxis(values, shape, outAxis)
  const seen = new Map<number, number[]>()
  let [dead, equal] = [0, 0]
  for (const place of units) {
    const { hash, constant } = signature(values, place, units.offsets)
    if (constant) dead++
    // what holds a NaN equals nothing
    if (constant || !Number.isFinite(hash)) continue
    const others = seen.get(hash)
    if (!others) seen.set(hash, [place])
    else if (others.some((other) => same(values, other, place, units.offsets))) equal++
    else if (others.length < ALIKE) others.push(place)
  }
  const inputs = alongAxis(values, shape, inAxis)
  const unheard = inputs.reduce(
    (sum, place) => sum + Number(inputs.offsets.every((offset) => values[place + offset] === 0)),
    0,
  )
  return { deadUnits: dead, equalUnits: equal, deadInputs: unheard }
}

/** Where each slice along an axis begins, and the offsets of its values. */
function alongAxis(values: Float64Array, shape: readonly number[], axis: number): number[] & { offsets: Int32Array } {
  const stride = shape.slice(axis + 1).reduce((a, b) => a * b, 1)
  const size = shape[axis] ?? 1
  const offsets = new Int32Array(size > 0 ? values.length / size : 0)
  for (let i = 0; i < offsets.length; i++) offsets[i] = Math.floor(i / stride) * stride * size + (i % stride)
  return Object.assign(
    Array.from({ length: size }, (_, i) => i * stride),
    { offsets },
  )
}

function signature(values: Float64Array, place: number, offsets: Int32Array) {
  const first = values[place + (offsets[0] ?? 0)]!
  let [constant, sum] = [true, 0]
  for (let i = 0; i < offsets.length; i++) {
    const value = values[place + offsets[i]!]!
    if (value !== first) constant = false
    sum += value * ((i % 97) + 1)
  }
  return { hash: sum, constant: constant && offsets.length > 1 }
}

function same(values: Float64Array, a: number, b: number, offsets: Int32Array): boolean {
  return offsets.every((offset) => values[a + offset] === values[b + offset])
}

/** Kolmogorov and Smirnov's distance from the uniform distribution between the bounds, and from the normal one of these moments. */
function distances(values: Float64Array, { mean, spread, min, max, nonFinite }: Moments) {
  if (nonFinite > 0 || !(spread > 0) || values.length < 50) return {}
  const step = Math.max(1, Math.floor(values.length / COMPARED))
  const some = values.filter((_, i) => i % step === 0).sort()
  const bound = Math.max(-min, max)
  const uniformDistance = distance(some, (x) => (x + bound) / (2 * bound))
  const normalDistance = distance(some, (x) => normalCdf((x - mean) / spread))
  return { uniformDistance, normalDistance }
}

function distance(sorted: Float64Array, share: (x: number) => number): number {
  let most = 0
  for (let i = 0; i < sorted.length; i++) {
    const expected = share(sorted[i]!)
    most = Math.max(most, Math.abs(expected - i / sorted.length), Math.abs(expected - (i + 1) / sorted.length))
  }
  return most
}

function histogramOf(values: Float64Array, { min, max }: Moments): NonNullable<WeightRow['histogram']> {
  const width = (max - min) / BINS || 1
  const counts = new Array<number>(BINS).fill(0)
  for (const value of values)
    if (Number.isFinite(value)) counts[Math.min(BINS - 1, Math.floor((value - min) / width)) || 0]! += 1
  return { edges: Array.from({ length: BINS + 1 }, (_, i) => min + i * width), counts }
}
