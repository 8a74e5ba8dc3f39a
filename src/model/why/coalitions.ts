// Which coalitions of features KernelSHAP asks about, and how much each weighs (Lundberg and Lee 2017, as shap draws them).

import { uniform } from '../../signal/generator.ts'

export interface Coalitions {
  readonly players: number
  readonly count: number
  /** count x players, 1 where a player takes part */
  readonly masks: Uint8Array
  /** one a coalition, all together 1 */
  readonly weights: Float64Array
  /** whether these are all that there are but none and all: the values are then exact */
  readonly exact: boolean
}

/** Growing lists while coalitions are chosen. */
interface Chosen {
  readonly players: number
  readonly masks: number[][]
  readonly weights: number[]
}

/**
 * At most `samples` coalitions. Sizes are taken whole from the outside in (1 and n - 1, 2 and n - 2, ...) while the budget
 * pays for them; what is left is drawn, each with its complement, and weighs what the sizes left out weigh.
 */
export function coalitions(players: number, samples: number, seed: number): Coalitions {
  const chosen: Chosen = { players, masks: [], weights: [] }
  const budget = payable(players, samples) ? 2 ** players - 2 : samples
  const sizes = sizeWeights(players)
  const { whole, left } = enumerated(chosen, sizes, budget)
  if (whole < sizes.length && left > 0) drawn(chosen, sizes, whole, left, uniform(seed))
  const total = chosen.weights.reduce((sum, one) => sum + one, 0)
  return {
    players,
    count: chosen.masks.length,
    masks: Uint8Array.from(chosen.masks.flat()),
    weights: Float64Array.from(chosen.weights, (one) => one / total),
    exact: whole === sizes.length,
  }
}

/** Whether so many samples are enough for all coalitions. */
export function payable(players: number, samples: number): boolean {
  return players < 31 && samples >= 2 ** players - 2
}

/** Weight of all coalitions of sizes 1 and n - 1, 2 and n - 2, ...: Shapley's kernel summed over a size, all together 1. */
function sizeWeights(players: number): Float64Array {
  const weights = Float64Array.from({ length: Math.floor(players / 2) }, (_, i) => {
    const size = i + 1
    const kernel = (players - 1) / (size * (players - size))
    return 2 * size === players ? kernel : 2 * kernel
  })
  const total = weights.reduce((sum, one) => sum + one, 0)
  return weights.map((one) => one / total)
}

/** Takes whole sizes while the share of the budget that a size weighs pays for it. */
function enumerated(chosen: Chosen, sizes: Float64Array, budget: number): { whole: number; left: number } {
  const { players } = chosen
  let [left, rest, whole] = [budget, 1, 0]
  for (; whole < sizes.length; whole++) {
    const size = whole + 1
    const all = binomial(players, size) * (2 * size === players ? 1 : 2)
    if ((left * sizes[whole]!) / rest / all < 1 - 1e-8) break
    for (const members of subsets(players, size)) add(chosen, maskOf(players, members), sizes[whole]! / all)
    left -= all
    rest -= sizes[whole]!
  }
  return { whole, left }
}

/** A coalition, and its complement unless that is of the same size, and so comes by itself. */
function add({ players, masks, weights }: Chosen, mask: number[], weight: number): void {
  masks.push(mask)
  weights.push(weight)
  if (2 * sizeOf(mask) === players) return
  masks.push(mask.map((one) => 1 - one))
  weights.push(weight)
}

/** Draws pairs; one that came before weighs more instead. Ends after four draws for each that is wanted. */
function drawn(chosen: Chosen, sizes: Float64Array, whole: number, left: number, next: () => number): void {
  const { players, masks, weights } = chosen
  const rest = sizes.subarray(whole).reduce((sum, one) => sum + one, 0)
  const first = masks.length
  const seen = new Map<string, number>()
  for (let tries = 4 * left; tries > 0 && masks.length - first + 2 <= left; tries--) {
    const mask = maskOf(players, someOf(players, drawnSize(sizes, whole, rest, next), next))
    const known = seen.get(mask.join(''))
    if (known !== undefined) {
      weights[known]! += 1
      weights[known + 1]! += 1
      continue
    }
    const other = mask.map((one) => 1 - one)
    seen.set(mask.join(''), masks.length)
    // the complement is drawn as often: it counts for the same pair
    seen.set(other.join(''), masks.length)
    masks.push(mask, other)
    weights.push(1, 1)
  }
  const sum = weights.slice(first).reduce((all, one) => all + one, 0)
  for (let i = first; i < weights.length; i++) weights[i]! *= rest / sum
}

function drawnSize(sizes: Float64Array, whole: number, rest: number, next: () => number): number {
  let at = next() * rest
  for (let i = whole; i < sizes.length; i++) {
    at -= sizes[i]!
    if (at < 0) return i + 1
  }
  return sizes.length
}

/** `size` of the players, any as likely as any other (Floyd's way). */
function someOf(players: number, size: number, next: () => number): readonly number[] {
  const taken = new Set<number>()
  for (let j = players - size; j < players; j++) {
    const one = Math.floor(next() * (j + 1))
    taken.add(taken.has(one) ? j : one)
  }
  return [...taken]
}

function* subsets(players: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield []
  else
    for (let first = from; first <= players - size; first++)
      for (const rest of subsets(players, size - 1, first + 1)) yield [first, ...rest]
}

function maskOf(players: number, members: readonly number[]): number[] {
  const mask = new Array<number>(players).fill(0)
  for (const one of members) mask[one] = 1
  return mask
}

function sizeOf(mask: readonly number[]): number {
  return mask.reduce((sum, one) => sum + one, 0)
}

function binomial(n: number, k: number): number {
  let out = 1
  for (let i = 1; i <= k; i++) out = (out * (n - k + i)) / i
  return out
}
