// Permutation importance: what the score loses when one feature is shuffled among the rows (Breiman 2001; Fisher et al. 2019).

import { uniform } from '../../signal/generator.ts'
import { type Fill, type Groups, inChunks, type Predicting, type Rows, type ScoreOf } from './predictor.ts'

export interface PermutationOptions {
  readonly seed: number
  /** shuffles of each feature, default 5 */
  readonly repeats?: number
}

export interface Permuted {
  /** score of the rows as they are */
  readonly whole: number
  /** of each group: mean loss of score over the shuffles, and the standard error of that mean (0 for a single shuffle) */
  readonly groups: readonly { readonly drop: number; readonly error: number }[]
}

/**
 * The same shuffles are used for all features, so that their drops can be told apart with less noise; a group is shuffled
 * as a whole. Asks the model for (repeats x groups + 1) x rows predictions. Throws what the model throws.
 */
export async function permutationImportance(
  model: Predicting,
  rows: Rows,
  groups: Groups,
  score: ScoreOf,
  { seed, repeats = 5 }: PermutationOptions,
): Promise<Permuted> {
  const { features } = model
  const whole = score(await model.predict(rows.data, rows.count))
  const next = uniform(seed)
  const shuffles = Array.from({ length: repeats }, () => shuffled(rows.count, next))
  const drops = groups.map(() => new Float64Array(repeats))
  const fill: Fill = (into, job, row, count) => {
    into.set(rows.data.subarray(row * features, (row + count) * features))
    const from = shuffles[job % repeats]!
    for (const i of groups[Math.floor(job / repeats)]!)
      for (let r = 0; r < count; r++) into[r * features + i] = rows.data[from[row + r]! * features + i]!
  }
  await inChunks(model, groups.length * repeats, rows.count, fill, (job, outputs) => {
    drops[Math.floor(job / repeats)]![job % repeats] = whole - score(outputs)
  })
  return { whole, groups: drops.map(meanAndError) }
}

/** 0 .. count - 1 in an order that any is as likely as any other (Fisher and Yates). */
function shuffled(count: number, next: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    const kept = order[i]!
    order[i] = order[j]!
    order[j] = kept
  }
  return order
}

function meanAndError(drops: Float64Array): { drop: number; error: number } {
  const n = drops.length
  const drop = drops.reduce((sum, one) => sum + one, 0) / n
  if (n < 2) return { drop, error: 0 }
  const squares = drops.reduce((sum, one) => sum + (one - drop) ** 2, 0)
  return { drop, error: Math.sqrt(squares / (n - 1) / n) }
}
