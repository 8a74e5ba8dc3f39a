// Solves small symmetric systems by Cholesky's decomposition, factored once for many right sides.

/** A lower triangle, size x size row-major. */
export interface Factor {
  readonly size: number
  readonly lower: Float64Array
}

/**
 * The factor of a positive semidefinite matrix (size x size, row-major, read below the diagonal). A direction that the
 * matrix does not see, its pivot under 1e-12 of the diagonal, is held at 0.
 */
export function factor(matrix: Float64Array, size: number): Factor {
  const lower = new Float64Array(size * size)
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!
      if (i === j) lower[i * size + i] = sum > 1e-12 * matrix[i * size + i]! ? Math.sqrt(sum) : Number.POSITIVE_INFINITY
      else lower[i * size + j] = sum / lower[j * size + j]!
    }
  return { size, lower }
}

/** The solution for one right side, written over it. */
export function solveWith({ size, lower }: Factor, right: Float64Array): Float64Array {
  for (let i = 0; i < size; i++) {
    let sum = right[i]!
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * right[k]!
    right[i] = sum / lower[i * size + i]!
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * right[k]!
    right[i] = sum / lower[i * size + i]!
  }
  return right
}
