// The best pairing of n rows with n columns of a table (Kuhn 1955; in the form with potentials of Jonker & Volgenant 1987).

/**
 * The largest sum of `n` cells of which no two share a row or a column.
 * @param table n x n numbers, row by row
 */
export function bestAssignment(table: ArrayLike<number>, n: number): number {
  // costs are negative gains; potentials u, v; `owner[column]` is the row that holds it, 0 stands for none
  const [u, v] = [new Float64Array(n + 1), new Float64Array(n + 1)]
  const owner = new Int32Array(n + 1)
  for (let row = 1; row <= n; row++) free(table, n, { u, v, owner }, row)
  let sum = 0
  for (let column = 1; column <= n; column++)
    if (owner[column]! > 0) sum += table[(owner[column]! - 1) * n + column - 1]!
  return sum
}

interface State {
  readonly u: Float64Array
  readonly v: Float64Array
  readonly owner: Int32Array
}

/** Finds the cheapest path that frees a column for `row`, and shifts the owners along it. */
function free(table: ArrayLike<number>, n: number, { u, v, owner }: State, row: number): void {
  const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int32Array(n + 1)
  const used = new Uint8Array(n + 1)
  owner[0] = row
  let column = 0
  do {
    used[column] = 1
    const at = owner[column]!
    let delta = Number.POSITIVE_INFINITY
    let next = 0
    for (let k = 1; k <= n; k++) {
      if (used[k]) continue
      const cost = -table[(at - 1) * n + k - 1]! - u[at]! - v[k]!
      if (cost < least[k]!) {
        least[k] = cost
        from[k] = column
      }
      if (least[k]! < delta) {
        delta = least[k]!
        next = k
      }
    }
    for (let k = 0; k <= n; k++) {
      if (used[k]) {
        u[owner[k]!]! += delta
        v[k]! -= delta
      } else least[k]! -= delta
    }
    column = next
  } while (owner[column] !== 0)
  while (column !== 0) {
    owner[column] = owner[from[column]!]!
    column = from[column]!
  }
}
