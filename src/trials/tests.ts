// The test that separates the two most probable causes most cheaply: one training that shows what only one of them explains.

import type { SettlingTest } from '../causes/cause.ts'
import { type CauseId, causeOf } from '../causes/index.ts'
import { trainLoss } from '../checks/curves.ts'
import { rivals } from '../diagnosis/weigh.ts'
import type { RunRecord } from '../record/run.ts'
import type { Changes, TrialRow, TrialTest } from '../record/trials.ts'
import type { Suspect } from './candidates.ts'
import type { Lab } from './lab.ts'
import { gainOverBaseline, leastGain } from './screen.ts'

/** Above this probability the diagnosis needs no test before its first remedy. */
const SURE = 0.85
/** What counts as learnt: the train loss ends below this share of its first value. */
const LEARNT = 0.1
/** How much the favoured cause gains in log-odds where candidates are put in order. */
const FAVOUR = 1.5

const COSTS = ['seconds', 'minutes', 'one-run', 'some-runs'] as const

export interface Separating {
  readonly test: SettlingTest & { readonly change: Changes; readonly shows: NonNullable<SettlingTest['shows']> }
  /** whose test it is: what it shows speaks for this one */
  readonly of: CauseId
  readonly against: CauseId
}

/** The cheapest test that can be made and separates the first two suspects; undefined where there is none, or no need. */
export function separating(suspects: readonly Suspect[]): Separating | undefined {
  const [first, second] = suspects
  if (!first || !second || first.probability >= SURE || !rivals(first.cause, second.cause)) return undefined
  const own = [...testsOf(first.cause, second.cause), ...testsOf(second.cause, first.cause)]
  return own.sort((a, b) => COSTS.indexOf(a.test.cost) - COSTS.indexOf(b.test.cost))[0]
}

/** A test that both causes have in the same words separates nothing. */
function testsOf(of: CauseId, against: CauseId): readonly Separating[] {
  const other = causeOf(against).settle
  return causeOf(of).settle.flatMap((test) => {
    if (test.change === undefined || test.shows === undefined) return []
    const isShared = other.some(({ id, shows }) => id === test.id && shows === test.shows)
    return isShared ? [] : [{ test: test as Separating['test'], of, against }]
  })
}

/** Makes the test. `recorded`: the record of a trial that has ended. Undefined where it could not be made. */
export async function settle(
  lab: Lab,
  { test, of, against }: Separating,
  recorded: (row: TrialRow) => Promise<RunRecord | undefined>,
): Promise<TrialTest | undefined> {
  const row = await lab.tried(test.change, { arm: 'test', seed: 0, cause: of })
  if (row === undefined || (row.ending !== 'finished' && row.ending !== 'lost')) return undefined
  const shown = await showsOf(lab, row, test.shows, recorded)
  if (shown === undefined) return undefined
  return { test: test.id, between: [of, against], favours: shown.is ? of : against, values: shown.values }
}

interface Shown {
  readonly is: boolean
  readonly values: TrialTest['values']
}

async function showsOf(
  lab: Lab,
  row: TrialRow,
  what: Separating['test']['shows'],
  recorded: (row: TrialRow) => Promise<RunRecord | undefined>,
): Promise<Shown | undefined> {
  if (what === 'better' || what === 'as-good') {
    const [gain, least] = [gainOverBaseline(lab, row), leastGain(lab, row)]
    return { is: what === 'better' ? gain >= least : gain > -least, values: { gain } }
  }
  const run = await recorded(row)
  const loss = run && trainLoss(run)?.value.filter(Number.isFinite)
  if (!loss || loss.length < 2) return undefined
  const share = loss.at(-1)! / loss[0]!
  return { is: what === 'learns' ? share <= LEARNT : share > LEARNT, values: { share } }
}

/** The suspects with what the tests say of them, the most probable first. */
export function afterTests(suspects: readonly Suspect[], tests: readonly TrialTest[]): readonly Suspect[] {
  const moved = suspects.map(({ cause, probability }) => {
    const change = tests.reduce((sum, { between, favours }) => {
      if (!between.includes(cause) || favours === undefined) return sum
      return sum + (favours === cause ? FAVOUR : -FAVOUR)
    }, 0)
    return { cause, probability: change === 0 ? probability : shifted(probability, change) }
  })
  return [...moved].sort((a, b) => b.probability - a.probability)
}

function shifted(probability: number, change: number): number {
  return 1 / (1 + Math.exp(-(Math.log(probability / (1 - probability)) + change)))
}
