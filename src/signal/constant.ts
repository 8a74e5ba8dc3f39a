// Numbers that repeat exactly, as no living training repeats them.
import { type Column, finite, indexed } from './column.ts'

/** A run of equal values at the end of a curve. */
export interface Frozen {
  readonly value: number
  /** How many finite points it has. */
  readonly points: number
  /** Its part of all finite points, 0..1. */
  readonly share: number
}

/**
 * The longest run of exactly equal values at the end of a curve.
 * @param y values; non-finite ones are skipped
 * @returns null if fewer than the last 3 finite values are equal
 */
export function frozen(y: Column): Frozen | null {
  const values = indexed(y).y
  const n = values.length
  let points = Math.min(n, 1)
  while (points < n && values[n - 1 - points] === values[n - 1]) points++
  return points < 3 ? null : { value: values[n - 1]!, points, share: points / n }
}

/** Values of each group, a group being a run of equal `group`. */
function groupsOf(y: Column, group: Column): Float64Array[] {
  const { x: key, y: values } = finite(group, y)
  const all: Float64Array[] = []
  for (let from = 0; from < key.length; ) {
    let to = from + 1
    while (to < key.length && key[to] === key[from]) to++
    all.push(values.subarray(from, to))
    from = to
  }
  return all
}

/**
 * The share of groups that repeat the group before them exactly, value by value: a loss that is the same batch by batch
 * from epoch to epoch comes from weights that do not move. The last group may be unfinished and then need only repeat
 * as far as it goes.
 * @param y values; pairs with a non-finite member are skipped
 * @param group the epoch of each value, non-decreasing
 * @returns 0..1 of the groups from the second on; 0 if there are fewer than two
 */
export function repeats(y: Column, group: Column): number {
  const all = groupsOf(y, group)
  let same = 0
  for (let g = 1; g < all.length; g++) {
    const before = all[g - 1]!
    const now = all[g]!
    const comparable = now.length === before.length || (g === all.length - 1 && now.length < before.length)
    if (comparable && now.every((v, i) => v === before[i])) same++
  }
  return all.length < 2 ? 0 : same / (all.length - 1)
}
