// Confirmation: the finalist against what it has to beat, on fresh seeds, in pairs.

import type { TrialRow, TriedRemedy } from '../record/trials.ts'
import { price } from './changes.ts'
import { isFutile, judge, LOOKS, type Pair } from './judge.ts'
import type { Lab } from './lab.ts'
import { type Screened, worstOf } from './screen.ts'

/** Seeds of the confirmation begin here; the baseline's own, on which remedies were chosen, is not used again. */
const FIRST_SEED = 1

/** How often fresh seeds may be asked: decided before any of them is, since a look more is a chance more. */
export interface Comparisons {
  /** how many of LOOKS there is time for */
  readonly looks: number
  /** finalists times looks, more where a part of what chance may do is kept for another measure */
  readonly all: number
}

/** What there is time for with these finalists, the first one first. `share`: of what chance may call proven. */
export function comparisonsFor(lab: Lab, finalists: readonly Screened[], share: number): Comparisons {
  const [first, second] = finalists
  if (first === undefined) return { looks: 1, all: 1 / share }
  const costOf = (finalist: Screened, pairs: number) => lacking(lab, finalist, seedsUpTo(pairs))
  const looks = Math.max(1, LOOKS.filter((pairs) => lab.affords(costOf(first, pairs))).length)
  const isTwice = second !== undefined && lab.affords(costOf(first, LOOKS[looks - 1]!) + costOf(second, LOOKS[0]))
  return { looks, all: (looks * (isTwice ? finalists.length : 1)) / share }
}

function seedsUpTo(pairs: number, from = 0): readonly number[] {
  return Array.from({ length: pairs - from }, (_, at) => FIRST_SEED + from + at)
}

/** Trainings of these pairs that were not made yet. */
function lacking(lab: Lab, { changes, against }: Screened, seeds: readonly number[]): number {
  return seeds.reduce((sum, seed) => sum + [changes, against].filter((arm) => !lab.isKnown(arm, seed)).length, 0)
}

/**
 * Runs pairs until the question is decided, hopeless, or no time is left. A remedy that is held against the tuned rate
 * alone has that as its other arm.
 */
export async function confirm(lab: Lab, finalist: Screened, { looks, all }: Comparisons): Promise<TriedRemedy> {
  const { cause, remedy, changes, against } = finalist
  const pairs: Pair[] = []
  const about = { cause, remedy, changes, against, screened: [endOf(lab.baseline), endOf(finalist.row)] as const }
  const judged = () => judge(pairs, lab.yardstick, all, worstOf(lab.rows(), lab.yardstick), price(changes))
  for (const look of LOOKS.slice(0, looks)) {
    const seeds = seedsUpTo(look, pairs.length)
    if (!lab.affords(lacking(lab, finalist, seeds)))
      return { ...about, ...judged(), verdict: 'undecided', reason: 'budget' }
    await inPairs(lab, finalist, seeds, pairs)
    const verdict = judged()
    if (verdict.reason !== 'uncertain' && verdict.reason !== 'few-pairs') return { ...about, ...verdict }
    // more pairs make an interval shorter, not an effect larger
    const isPromising = verdict.effect !== undefined && verdict.effect >= (verdict.minimum ?? 0)
    if (pairs.length < look || !isPromising) return { ...about, ...verdict }
  }
  return { ...about, ...judged() }
}

/** As many pairs at once as there are places; after three that are all worse nothing more is spent. */
async function inPairs(lab: Lab, finalist: Screened, seeds: readonly number[], pairs: Pair[]): Promise<void> {
  const atOnce = Math.max(1, Math.floor(lab.slots() / 2))
  for (let at = 0; at < seeds.length; at += atOnce) {
    const found = await Promise.all(seeds.slice(at, at + atOnce).map((seed) => onePair(lab, finalist, seed)))
    pairs.push(...found.filter((one) => one !== undefined))
    if (found.includes(undefined) || isFutile(pairs, lab.yardstick, worstOf(lab.rows(), lab.yardstick))) return
  }
}

async function onePair(
  lab: Lab,
  { cause, remedy, changes, against }: Screened,
  seed: number,
): Promise<Pair | undefined> {
  const isControl = Object.keys(against).length === 0
  const [without, with_] = await Promise.all([
    lab.tried(against, { arm: isControl ? 'control' : 'rival', seed }),
    lab.tried(changes, { arm: 'confirm', seed, cause, remedy }),
  ])
  if (without === undefined || with_ === undefined || isCut(without) || isCut(with_)) return undefined
  return { seed, without: endOf(without), with: endOf(with_) }
}

/** It tells nothing of the remedy. */
function isCut({ ending }: TrialRow): boolean {
  return ending === 'stopped'
}

function endOf({ ending, value }: TrialRow): number | null {
  return ending === 'finished' ? value : null
}
