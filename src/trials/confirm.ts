// Confirmation: the finalist against what it has to beat, on fresh seeds, in pairs.

import type { TrialRow, TriedRemedy } from '../record/trials.ts'
import { isFutile, judge, LOOKS, type Pair } from './judge.ts'
import type { Lab } from './lab.ts'
import { type Screened, worstOf } from './screen.ts'

/** Seeds of the confirmation begin here; the baseline's own, on which remedies were chosen, is not used again. */
const FIRST_SEED = 1

/** How often fresh seeds may be asked: decided before any of them is, since a look more is a chance more. */
export interface Comparisons {
  /** how many of LOOKS there is time for */
  readonly looks: number
  /** finalists times looks */
  readonly all: number
}

/** What there is time for with so many finalists. */
export function comparisonsFor(lab: Lab, finalists: number): Comparisons {
  const looks = Math.max(1, LOOKS.filter((pairs) => lab.affords(2 * pairs)).length)
  const isTwice = finalists > 1 && lab.affords(2 * (LOOKS[looks - 1]! + LOOKS[0]))
  return { looks, all: looks * (isTwice ? finalists : 1) }
}

/**
 * Runs pairs until the question is decided, hopeless, or no time is left. A remedy that is held against the tuned rate
 * alone has that as its other arm.
 */
export async function confirm(lab: Lab, finalist: Screened, { looks, all }: Comparisons): Promise<TriedRemedy> {
  const { cause, remedy, changes, against } = finalist
  const pairs: Pair[] = []
  const about = { cause, remedy, changes, against, screened: [endOf(lab.baseline), endOf(finalist.row)] as const }
  const judged = () => judge(pairs, lab.yardstick, all, worstOf(lab.rows(), lab.yardstick))
  for (const look of LOOKS.slice(0, looks)) {
    const more = look - pairs.length
    if (!lab.affords(2 * more)) return { ...about, ...judged(), verdict: 'undecided', reason: 'budget' }
    const seeds = Array.from({ length: more }, (_, at) => FIRST_SEED + pairs.length + at)
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
