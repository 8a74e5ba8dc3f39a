// Screened remedies -> verdicts: the best are proven on fresh seeds, of the rest one seed has told enough or too little.

import type { Experiment, TriedRemedy } from '../record/trials.ts'
import { comparisonsFor, confirm } from './confirm.ts'
import { DEAF, type Lab } from './lab.ts'
import type { Planned } from './plan.ts'
import type { Screened, Screening } from './screen.ts'

/** Finalists that are confirmed at most: the best one, and the next where that came to nothing. */
const FINALISTS = 2

/** The finalists on fresh seeds; of the rest what one seed has shown. `share`: of what chance may call proven. */
export async function verdicts(
  lab: Lab,
  { finalists, all, left }: Screening,
  { unjudged }: Planned,
  share: number,
): Promise<readonly TriedRemedy[]> {
  const best = finalists.filter(({ remedy }, at) => finalists.findIndex((one) => one.remedy === remedy) === at)
  const comparisons = comparisonsFor(lab, best.slice(0, FINALISTS), share)
  const confirmed: TriedRemedy[] = []
  const held: Screened[] = []
  // the same remedy at another rate was not chosen; that is no second finalist
  for (const finalist of best.slice(0, FINALISTS)) {
    confirmed.push(await confirm(lab, finalist, comparisons))
    held.push(finalist)
    if (confirmed.at(-1)!.verdict === 'verified' || confirmed.at(-1)!.reason === 'budget') break
  }
  const rest = bestOfEach(all).filter(
    (one) => !held.some(({ remedy, cause }) => remedy === one.remedy && cause === one.cause),
  )
  return [
    ...confirmed,
    ...rest.map((one) => screenedVerdict(one, finalists, lab)),
    ...left.map(({ cause, remedy, changes }) => ({
      cause,
      remedy,
      changes,
      verdict: 'undecided' as const,
      reason: 'budget',
    })),
    ...unjudged.map(({ cause, remedy, changes }) => ({
      cause,
      remedy,
      changes,
      verdict: 'undecided' as const,
      reason: 'other-meaning',
    })),
  ]
}

/** Of each remedy the variant that did best. */
function bestOfEach(all: readonly Screened[]): readonly Screened[] {
  const best = new Map<string, Screened>()
  for (const one of all) {
    const key = `${one.cause} ${one.remedy}`
    const so = best.get(key)
    if (so === undefined || one.gain > so.gain) best.set(key, one)
  }
  return [...best.values()]
}

function screenedVerdict(one: Screened, finalists: readonly Screened[], lab: Lab): TriedRemedy {
  const { cause, remedy, changes, against, row } = one
  const about = { cause, remedy, changes, against, screened: [lab.baseline.value, row.value] as const }
  const reasons = {
    ignored: 'not-applied',
    crashed: 'crashed',
    memory: 'memory',
    silent: 'no-measure',
    stopped: 'budget',
    late: 'late',
  } as const
  if (row.ending === 'ignored' && row.why === DEAF) return { ...about, verdict: 'undecided', reason: 'deaf-flag' }
  if (row.ending in reasons)
    return { ...about, verdict: 'undecided', reason: reasons[row.ending as keyof typeof reasons] }
  if (finalists.includes(one)) return { ...about, verdict: 'undecided', reason: 'few-pairs' }
  return { ...about, verdict: 'refuted', reason: Object.keys(against).length > 0 ? 'rate-alone' : 'not-better' }
}

/** Why the experiment ended before anything was proven; undefined where it did not. */
export function cutOf(
  signal: AbortSignal,
  left: number,
  { left: untried }: Screening,
  remedies: readonly TriedRemedy[],
): Experiment['cut'] {
  if (signal.aborted) return 'interrupted'
  const isProven = remedies.some(({ verdict }) => verdict === 'verified')
  const isShort = left <= 0 || untried.length > 0 || remedies.some(({ reason }) => reason === 'budget')
  return isShort && !isProven ? 'budget' : undefined
}
