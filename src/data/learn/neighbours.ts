// The nearest rows of a base to each query, exactly, by squared Euclidean distance.

import type { Matrix } from './encode.ts'

/** k neighbours a query, nearest first; index -1 where the base has fewer rows. */
export interface Neighbours {
  readonly k: number
  /** rows of the matrix, k a query */
  readonly index: Int32Array
  /** distances, not squared */
  readonly distance: Float32Array
}

/** `queries` and `base` are rows of the matrix; a row is no neighbour of itself. O(queries x base x columns). */
export function nearest(matrix: Matrix, queries: ArrayLike<number>, base: ArrayLike<number>, k: number): Neighbours {
  const { columns, data } = matrix
  const index = new Int32Array(queries.length * k).fill(-1)
  const distance = new Float32Array(queries.length * k).fill(Number.POSITIVE_INFINITY)
  const packed = pack(matrix, base)
  for (let q = 0; q < queries.length; q++) {
    const row = queries[q]!
    const own = data.subarray(row * columns, (row + 1) * columns)
    const at = q * k
    let worst = Number.POSITIVE_INFINITY
    for (let b = 0; b < base.length; b++) {
      if (base[b] === row) continue
      const sum = squared(own, packed, b * columns, columns, worst)
      if (sum >= worst) continue
      let place = at + k - 1
      while (place > at && distance[place - 1]! > sum) {
        distance[place] = distance[place - 1]!
        index[place] = index[place - 1]!
        place--
      }
      distance[place] = sum
      index[place] = base[b]!
      worst = distance[at + k - 1]!
    }
  }
  for (let i = 0; i < distance.length; i++) distance[i] = Math.sqrt(distance[i]!)
  return { k, index, distance }
}

function pack({ columns, data }: Matrix, base: ArrayLike<number>): Float32Array {
  const out = new Float32Array(base.length * columns)
  for (let b = 0; b < base.length; b++)
    out.set(data.subarray(base[b]! * columns, (base[b]! + 1) * columns), b * columns)
  return out
}

/** Squared distance, given up once it is beyond `most`. */
function squared(a: Float32Array, b: Float32Array, from: number, columns: number, most: number): number {
  let sum = 0
  let i = 0
  for (; i + 8 <= columns; i += 8) {
    for (let j = i; j < i + 8; j++) {
      const d = a[j]! - b[from + j]!
      sum += d * d
    }
    if (sum >= most) return sum
  }
  for (; i < columns; i++) {
    const d = a[i]! - b[from + i]!
    sum += d * d
  }
  return sum
}
