// What is tried, and in which order: the suspects of the diagnosis, and their remedies, the most probable first.

import type { CauseId } from '../causes/index.ts'
import { examine } from '../diagnosis/examine.ts'
import { factOf, type RunRecord } from '../record/run.ts'
import type { Yardstick } from '../record/trials.ts'
import { type Candidate, candidatesOf, type Suspect, usualBeside, withFlagged } from './candidates.ts'
import { kindOf } from './changes.ts'
import type { Knob } from './knobs.ts'
import type { Hint } from './rates.ts'
import type { Plan } from './screen.ts'

/** Remedies that are screened at most; of a longer list the rest are improbable. */
const MOST = 8

export interface PlanOptions {
  readonly cause: CauseId | undefined
  readonly knobs: readonly Knob[]
  readonly version: string
}

/** A cause that the user names is tried as one that is likely. */
const NAMED = 0.5

/** What the diagnosis suspects, most probable first; the one cause that is to be proved where one is named. */
export function suspectsIn(run: RunRecord, { cause, version }: PlanOptions) {
  const { diagnosis, verdict } = examine([run], { language: 'en', version }).runs[0]!
  const faults = diagnosis.filter(({ kind }) => kind === 'fault')
  const suspects: readonly Suspect[] = faults.map(({ cause, probability }) => ({ cause, probability }))
  const asked =
    cause === undefined ? suspects : [suspects.find((one) => one.cause === cause) ?? { cause, probability: NAMED }]
  return { suspects: asked, isHealthy: verdict === 'healthy' }
}

/** A rate of 0 has no multiple: the usual one of most optimizers takes its place. */
const USUAL_RATE = 0.001

function fromNothing(run: RunRecord): readonly Candidate[] {
  if (factOf(run, 'learning_rate') !== 0) return []
  const changes = { learning_rate: USUAL_RATE }
  return [{ cause: 'learning-rate-too-low', remedy: 'raise-rate', changes, probability: NAMED }]
}

/** What is to be tried for the suspects, the most probable first. */
export function planFor(
  run: RunRecord,
  suspects: readonly Suspect[],
  isHealthy: boolean,
  { cause, knobs }: PlanOptions,
  yardstick: Yardstick,
) {
  const probabilityOf = (id: CauseId) => suspects.find((one) => one.cause === id)?.probability ?? 0
  const isInside = CHANGED.has(String(factOf(run, 'framework') ?? ''))
  const { tried, byHand } = candidatesOf(suspects, knobs, isInside)
  const isJudged = ({ changes }: Candidate) => !yardstick.own || kindOf(changes).keepsLoss
  const judged = [...fromNothing(run), ...tried.filter(isJudged)].slice(0, MOST)
  const candidates = cause === undefined ? withFlagged(judged, knobs) : judged
  const [lower, higher] = [probabilityOf('learning-rate-too-high'), probabilityOf('learning-rate-too-low')]
  const ofRate = suspects.some((one) => RATES.has(one.cause))
  const isOpen = cause === undefined && candidates.length === 0
  const wantsRate = ofRate || isOpen || candidates.some(({ changes }) => kindOf(changes).tunes)
  return {
    candidates,
    unjudged: tried.filter((one) => !isJudged(one)),
    usual: cause === undefined && isInside ? usualBeside(candidates, isHealthy).filter(isJudged) : [],
    rate:
      wantsRate && (isInside || knobs.some(({ change }) => change === 'learning_rate'))
        ? { hint: hintOf(lower, higher), lower, higher }
        : undefined,
    byHand,
  }
}

/** Frameworks inside of which whyloss_trial makes changes, as the recorder calls them. */
const CHANGED: ReadonlySet<string> = new Set(['pytorch', 'keras'])
const RATES: ReadonlySet<string> = new Set(['learning-rate-too-high', 'learning-rate-too-low'])
/** From this probability on the search for a rate begins on one side only. */
const HINTED = 0.3

function hintOf(lower: number, higher: number): Hint {
  if (Math.max(lower, higher) < HINTED) return undefined
  return lower > higher ? 'lower' : 'higher'
}

export type Planned = Plan & { readonly unjudged: Plan['candidates'] }
