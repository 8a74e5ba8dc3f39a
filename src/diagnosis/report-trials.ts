// Trials -> their report: the rows as they are, and what each remedy came to in the reader's words.

import type { CauseId } from '../causes/index.ts'
import type { Speak } from '../locales/speak.ts'
import { evidence } from '../record/evidence.ts'
import { factOf, type RunRecord } from '../record/run.ts'
import type { Experiment, TrialRow, TrialTest, TriedRemedy } from '../record/trials.ts'

export interface ReportedRemedy extends TriedRemedy {
  /** the cause in a few words; what is to be done; why the verdict is what it is */
  readonly title: string
  readonly advice: string
  readonly why: string
  /** what the change did, in code: `SGD: lr 10 -> 1`; '' where nothing was applied */
  readonly how: string
}

export interface ReportedExperiment extends Omit<Experiment, 'rows' | 'remedies' | 'tests'> {
  /** the whole in one sentence */
  readonly summary: string
  readonly remedies: readonly ReportedRemedy[]
  readonly tests: readonly ReportedTest[]
  /** the framework that trained, for the code of a remedy */
  readonly framework: string
  /** what is to be said of the trials besides: no seed is set, the rest needs hands */
  readonly notes: readonly string[]
}

export interface ReportedTest extends TrialTest {
  /** what was tried, what it showed, and for which cause that speaks */
  readonly says: string
}

export interface ReportedTrials {
  readonly trials: readonly TrialRow[]
  readonly experiment?: ReportedExperiment
}

export function reportTrials(record: RunRecord, speak: Speak): ReportedTrials {
  const experiment = evidence(record, 'trial')?.at(-1)
  if (experiment === undefined) return { trials: [] }
  const { rows, ...rest } = experiment
  const remedies = experiment.remedies.map((one) => reported(one, rows, speak))
  const framework = String(factOf(record, 'framework') ?? '')
  return {
    trials: rows,
    experiment: {
      ...rest,
      remedies,
      tests: experiment.tests.map((one) => ({ ...one, says: testText(one, experiment, speak) })),
      framework,
      summary: summary(experiment, remedies, speak),
      notes: notes(experiment, speak),
    },
  }
}

function reported(one: TriedRemedy, rows: readonly TrialRow[], speak: Speak): ReportedRemedy {
  const row = rows.find(({ changes }) => JSON.stringify(changes) === JSON.stringify(one.changes))
  return {
    ...one,
    title: speak(`cause.${one.cause as CauseId}`),
    advice: speak(`remedy.${one.remedy}` as never),
    why: speak(`trial.reason.${one.reason}` as never, { error: row ? errorOf(row, speak) : '' }),
    how: row ? Object.values(row.applied).join('; ') : '',
  }
}

function testText({ test, between, favours, values }: TrialTest, { yardstick }: Experiment, speak: Speak): string {
  const [one, other] = favours === between[1] ? [between[1], between[0]] : between
  const title = (cause: string) => speak(`cause.${cause as CauseId}`)
  const shown =
    values.share === undefined
      ? speak('trial.test.gain', {
          gain: Number(values.gain),
          name: yardstick?.name ?? '',
          better: yardstick?.better ?? 'up',
        })
      : speak('trial.test.share', { share: Number(values.share) })
  const said = { test: speak(`test.${test}` as never), shown, cause: title(one), other: title(other) }
  return speak(favours === undefined ? 'trial.test.open' : 'trial.test.for', said)
}

/** What could not be changed in words, or the last line of an error as it stood. */
function errorOf({ ending, why, refused }: TrialRow, speak: Speak): string {
  if (ending !== 'ignored') return why
  return Object.entries(refused)
    .map(
      ([name, reason]) =>
        `${name}, ${speak((REASONS.has(reason) ? `trial.refused.${reason}` : 'trial.refused.unsupported') as never)}`,
    )
    .join('; ')
}
const REASONS = new Set(
  'no-optimizer no-loader no-layer no-loss loaded unknown-data same broken unsupported'.split(' '),
)

function summary(
  { remedies, cut, byHand, unvalued = [] }: Experiment,
  reported: readonly ReportedRemedy[],
  speak: Speak,
): string {
  const verified = reported.find(({ verdict }) => verdict === 'verified')
  if (verified)
    return speak('trial.summary.verified', {
      cause: verified.title,
      pairs: verified.pairs?.length ?? 0,
      against: Object.keys(verified.against ?? {}).length > 0 ? 'rate' : 'none',
    })
  if (cut !== undefined) return speak('trial.summary.cut', { why: cut })
  if (remedies.length === 0 && byHand.length + unvalued.length > 0) return speak('trial.summary.nothing')
  if (remedies.some(({ verdict }) => verdict === 'undecided')) return speak('trial.summary.undecided')
  return speak('trial.summary.kept', { tried: remedies.length })
}

function notes({ rows, yardstick, byHand, remedies, unvalued = [] }: Experiment, speak: Speak): readonly string[] {
  const said: string[] = []
  if (rows.length > 0 && rows.every(({ seeded }) => seeded.length === 0)) said.push(speak('trial.note.unseeded'))
  if (yardstick?.own) said.push(speak('trial.note.own-loss', { name: yardstick.name }))
  if (remedies.some(({ reason }) => reason === 'other-meaning')) said.push(speak('trial.note.other-meaning'))
  for (const flag of unvalued) said.push(speak('trial.note.unvalued', { flag }))
  if (byHand.length > 0) said.push(speak('trial.note.by-hand', { count: byHand.length }))
  return said
}
