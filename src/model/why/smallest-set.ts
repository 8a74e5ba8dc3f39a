// The fewest features that keep the score, found by adding one at a time, the others held at what is usual for them.

import { type Fill, type Groups, inChunks, type Predicting, type Rows, type ScoreOf } from './predictor.ts'

export interface SmallestSetOptions {
  /** groups, the likeliest first (by permutation importance): those at the end are not tried where there are many */
  readonly order: readonly number[]
  /** groups that each step tries, default 16 */
  readonly candidates?: number
  /** steps at most, default 32 */
  readonly most?: number
  /** share of what lies above the constant guess that is to be kept, default 0.95 */
  readonly share?: number
  /** score of the best constant guess; default the score with all groups held */
  readonly constant?: number
  /** what each feature is held at, default `usual` of the rows */
  readonly held?: Float32Array
}

export interface Kept {
  /** score with all groups free */
  readonly whole: number
  /** score with all groups held */
  readonly none: number
  readonly steps: readonly { readonly group: number; readonly score: number }[]
  /** how many of the steps keep the share; all of them where none does */
  readonly enough: number
  /** whether the share was reached */
  readonly kept: boolean
}

/**
 * Forward selection: each step frees the group that raises the score most, ties to the one that comes first in `order`.
 * Asks the model for at most (candidates x most + 2) x rows predictions. Throws what the model throws.
 */
export async function smallestSet(
  model: Predicting,
  rows: Rows,
  groups: Groups,
  score: ScoreOf,
  options: SmallestSetOptions,
): Promise<Kept> {
  const { order, candidates = 16, most = 32, share = 0.95 } = options
  const held = options.held ?? usual(rows, model.features, groups)
  const whole = score(await model.predict(rows.data, rows.count))
  const tried = (sets: readonly (readonly number[])[]) => scores(model, rows, held, groups, sets, score)
  const none = (await tried([[]]))[0]!
  const base = options.constant ?? none
  const goal = base + share * (whole - base)
  const steps: { group: number; score: number }[] = []
  let reached = none >= goal
  while (!reached && steps.length < Math.min(most, order.length)) {
    const free = steps.map((one) => one.group)
    const next = order.filter((group) => !free.includes(group)).slice(0, candidates)
    const given = await tried(next.map((group) => [...free, group]))
    const best = given.reduce((top, one, i) => (one > given[top]! ? i : top), 0)
    steps.push({ group: next[best]!, score: given[best]! })
    reached = given[best]! >= goal
  }
  return { whole, none, steps, enough: steps.length, kept: reached }
}

/** What is usual: the mean of a feature by itself, the commonest values of features that belong together. */
export function usual({ data, count }: Rows, features: number, groups: Groups): Float32Array {
  const sums = new Float64Array(features)
  for (let at = 0; at < count * features; at++) sums[at % features]! += data[at]!
  const held = Float32Array.from(sums, (sum) => (count > 0 ? sum / count : 0))
  for (const members of groups) {
    if (members.length === 1) continue
    const seen = new Map<string, { row: number; times: number }>()
    for (let row = 0; row < count; row++) {
      const key = members.map((i) => data[row * features + i]!).join(' ')
      const known = seen.get(key)
      if (known) known.times++
      else seen.set(key, { row, times: 1 })
    }
    const commonest = [...seen.values()].reduce((a, b) => (b.times > a.times ? b : a), { row: 0, times: 0 })
    for (const i of members) held[i] = data[commonest.row * features + i] ?? 0
  }
  return held
}

/** The score of each set of free groups. */
async function scores(
  model: Predicting,
  { data, count }: Rows,
  held: Float32Array,
  groups: Groups,
  sets: readonly (readonly number[])[],
  score: ScoreOf,
): Promise<readonly number[]> {
  const free = sets.map((set) => set.flatMap((group) => groups[group]!))
  const out: number[] = []
  const { features } = model
  const fill: Fill = (into, job, row, rows) => {
    for (let r = 0; r < rows; r++) into.set(held, r * features)
    for (const i of free[job]!) for (let r = 0; r < rows; r++) into[r * features + i] = data[(row + r) * features + i]!
  }
  await inChunks(model, sets.length, count, fill, (_, outputs) => out.push(score(outputs)))
  return out
}
