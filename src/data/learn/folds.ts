// Folds for cross-validation: each class spread evenly, a group never divided; the same seed gives the same folds.

import { uniform } from '../../signal/generator.ts'

export const FOLDS = 5

/** The rows in an order of chance. */
export function shuffled(rows: ArrayLike<number>, seed: number): Int32Array {
  const out = Int32Array.from(rows)
  const next = uniform(seed)
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const held = out[i]!
    out[i] = out[j]!
    out[j] = held
  }
  return out
}

/** The fold of each of `rows`, 0..4. `strata` and `groups` are by row of the frame; groups win. */
export function foldsOf(
  rows: ArrayLike<number>,
  strata: ArrayLike<number> | undefined,
  groups: ArrayLike<number> | undefined,
  seed: number,
): Uint8Array {
  const fold = new Uint8Array(rows.length)
  const places = shuffled(
    Array.from({ length: rows.length }, (_, i) => i),
    seed,
  )
  const next = new Map<number, number>()
  const ofGroup = new Map<number, number>()
  for (const i of places) {
    const group = groups?.[rows[i]!]
    const key = group === undefined || Number.isNaN(group) ? (strata?.[rows[i]!] ?? 0) : -1
    const known = group === undefined ? undefined : ofGroup.get(group)
    const own = known ?? (next.get(key) ?? 0) % FOLDS
    if (known === undefined) next.set(key, own + 1)
    if (group !== undefined && !Number.isNaN(group)) ofGroup.set(group, own)
    fold[i] = own
  }
  return fold
}
