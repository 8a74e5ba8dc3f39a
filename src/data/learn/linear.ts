// Ridge regression, and with it a linear classifier: one column of targets a class, -1 or 1.

import type { Matrix } from './encode.ts'

export interface Linear {
  /** (columns + 1) x outputs; the last row is the intercept */
  readonly weights: Float64Array
  readonly outputs: number
}

/** Closed form on centred columns. `targets` are rows x outputs. Throws never: a singular system is held by the penalty. */
export function fitLinear(
  matrix: Matrix,
  rows: ArrayLike<number>,
  targets: Float64Array,
  outputs: number,
  penalty = 1,
): Linear {
  const { columns, data } = matrix
  const size = columns + 1
  const gram = new Float64Array(size * size)
  const right = new Float64Array(size * outputs)
  const own = new Float64Array(size)
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r]!
    for (let i = 0; i < columns; i++) own[i] = data[row * columns + i]!
    own[columns] = 1
    for (let i = 0; i < size; i++) {
      const value = own[i]!
      if (value === 0) continue
      for (let j = i; j < size; j++) gram[i * size + j]! += value * own[j]!
      for (let o = 0; o < outputs; o++) right[i * outputs + o]! += value * targets[row * outputs + o]!
    }
  }
  for (let i = 0; i < size; i++) {
    gram[i * size + i]! += i < columns ? penalty : 1e-9
    for (let j = 0; j < i; j++) gram[i * size + j] = gram[j * size + i]!
  }
  return { weights: solve(gram, right, size, outputs), outputs }
}

/** Outputs of one row. */
export function predictLinear({ weights, outputs }: Linear, matrix: Matrix, row: number, out: Float64Array): void {
  const { columns, data } = matrix
  for (let o = 0; o < outputs; o++) out[o] = weights[columns * outputs + o]!
  for (let i = 0; i < columns; i++) {
    const value = data[row * columns + i]!
    if (value !== 0) for (let o = 0; o < outputs; o++) out[o]! += value * weights[i * outputs + o]!
  }
}

/** Cholesky's decomposition of a positive definite system; `right` is size x outputs. */
function solve(gram: Float64Array, right: Float64Array, size: number, outputs: number): Float64Array {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = gram[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      lower[i * size + j] = i === j ? Math.sqrt(Math.max(sum, 1e-9)) : sum / lower[j * size + j]!
    }
  const out = Float64Array.from(right)
  for (let o = 0; o < outputs; o++) {
    for (let i = 0; i < size; i++) {
      let sum = out[i * outputs + o]!
      for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * out[k * outputs + o]!
      out[i * outputs + o] = sum / lower[i * size + i]!
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = out[i * outputs + o]!
      for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * out[k * outputs + o]!
      out[i * outputs + o] = sum / lower[i * size + i]!
    }
  }
  return out
}
