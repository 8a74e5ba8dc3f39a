// The whole experiment: the baseline, what the diagnosis suspects, the screening, the confirmation, and the verdicts.

import type { CauseId } from '../causes/index.ts'
import type { Fact } from '../record/fact.ts'
import type { RunRecord } from '../record/run.ts'
import type { Experiment, TrialRow, TrialTest, TriedRemedy, Yardstick } from '../record/trials.ts'
import { type Budget, type Clock, costOf, startClock } from './budget.ts'
import type { Suspect } from './candidates.ts'
import { keyOf, kindOf } from './changes.ts'
import { EARLY, withStops } from './early-stop.ts'
import { chanceOf } from './judge.ts'
import { type Knob, unvalued } from './knobs.ts'
import { type Lab, openLab } from './lab.ts'
import { type Planned, planFor, suspectsIn } from './plan.ts'
import { recordOf } from './result.ts'
import type { Runner } from './runner.ts'
import { saidIn } from './said.ts'
import { isClear, type Plan, type Screening, screen } from './screen.ts'
import { attemptOf, idOf, recordFolder, trialFolder } from './store.ts'
import { afterTests, separating, settle } from './tests.ts'
import { rowOf, type Trial } from './trial.ts'
import { cutOf, verdicts } from './verdicts.ts'
import { chooseYardstick, curveOf, measured, secondYardstick, type Whole, wholeOf } from './yardstick.ts'

/** Trainings that must be left for a test to be worth it: itself, a remedy, and the pairs that confirm it. */
const TESTED = 14
/** a training that was cheaper or dearer than the baseline by chance does not end an experiment */
const TOLERANCE = 0.5
/** of what chance may call proven, the share of the first measure, and of the other one, asked where that proves nothing */
const CHANCE = [0.8, 0.2] as const
/** seeds of a confirmation, for what a grid would have cost */
const GRID_SEEDS = 6

export interface VerifyOptions {
  readonly words: readonly string[]
  readonly home: string
  readonly runner: Runner
  readonly knobs: readonly Knob[]
  readonly facts: readonly Fact[]
  /** a cause to prove; the most probable ones where none is named */
  readonly cause: CauseId | undefined
  readonly budget: Budget
  readonly version: string
  readonly now: () => number
  readonly signal: AbortSignal
  told(state: State): void
}

/** What is going on, for whoever waits. */
export interface State {
  readonly phase: 'baseline' | 'screen' | 'confirm' | 'over'
  readonly rows: readonly TrialRow[]
  readonly running: readonly Trial[]
  readonly yardstick?: Yardstick
  /** seconds that are left at most */
  readonly left?: number
}

/** What could not be done at all: the baseline failed, showed no loss or no steps to count, or had not the time. */
export interface Impossible {
  readonly why: 'crashed' | 'silent' | 'budget' | 'stepless' | 'interrupted'
  readonly row: TrialRow
}

export type Outcome = { readonly run: RunRecord; readonly experiment: Experiment } | { readonly impossible: Impossible }

export async function verify(options: VerifyOptions): Promise<Outcome> {
  const { home, runner, signal, told } = options
  const clock = startClock(options.budget, options.now)
  const trial = baselineTrial(options)
  told({ phase: 'baseline', rows: [], running: [trial] })
  const first = rowOf(trial, await runner.run(trial, {}, () => undefined))
  const run = await recordOf(trialFolder(home, first.id))
  const stated = run && { ...run, facts: [...run.facts, ...options.facts] }
  const suspected = stated && suspectsIn(stated, options)
  const yardstick = stated && chooseYardstick(stated)
  if (!isOver(first) || stated === undefined || suspected === undefined || yardstick === undefined)
    return { impossible: impossibleOf(first, signal) }
  if (options.budget.steps !== undefined && first.steps === 0) return { impossible: { why: 'stepless', row: first } }
  if (clock.spare([first]) < 0) return { impossible: { why: 'budget', row: first } }
  runner.fit(first)
  const site: Site = { options, run: stated, clock, phase: { now: 'screen' } }
  const timer = clock.whenOver(() => void runner.stop())
  try {
    const { suspects, isHealthy } = suspected
    const lab = await labFor(site, first, yardstick)
    const tests = await settled(lab, suspects, home)
    const { byHand, ...plan } = planFor(stated, afterTests(suspects, tests), isHealthy, options, yardstick)
    const tried = await onMeasures(site, first, lab, plan, isHealthy)
    const cut = cutOf(signal, clock.left(), tried.screening, tried.remedies)
    const flags = unvalued(options.words, options.knobs, stated)
    return {
      run: stated,
      experiment: experimentOf(options.words, {
        ...tried,
        ...{ tests, byHand, cut, flags },
        candidates: plan.candidates,
      }),
    }
  } finally {
    clearTimeout(timer)
  }
}

/** What was tried on one measure, and what came of it. */
interface Tried {
  readonly lab: Lab
  readonly screening: Screening
  readonly remedies: readonly TriedRemedy[]
}

/**
 * What the diagnosis names, by the score and by the loss: by the loss first where not all is well and only there a remedy
 * gains clearly, which fresh seeds, that decide, know nothing of. And where nothing is worth a proof, what people get
 * wrong most often.
 */
async function onMeasures(site: Site, first: TrialRow, own: Lab, plan: Planned, isHealthy: boolean): Promise<Tried> {
  const named = { ...plan, usual: [] }
  const second = isHealthy ? undefined : secondYardstick(site.run, own.yardstick)
  const on = (yardstick: Yardstick, so: Lab) =>
    yardstick === so.yardstick ? so : labFor(site, first, yardstick, so.trained().slice(1))
  let lab = own
  const isClearOn = async (yardstick: Yardstick) => {
    lab = await on(yardstick, lab)
    return isClear(lab, await screen(lab, named))
  }
  const isOwn = (await isClearOn(own.yardstick)) || second === undefined || !(await isClearOn(second))
  const order = second === undefined ? [own.yardstick] : isOwn ? [own.yardstick, second] : [second, own.yardstick]
  const tried: Tried[] = []
  for (const [at, yardstick] of order.entries()) {
    lab = await on(yardstick, lab)
    const one = await prove(site, lab, named, second ? CHANCE[at]! : 1)
    if (isProven(one)) return one
    tried.push(one)
  }
  // what came nearest to a proof is what is told
  const near = tried.find(({ screening }) => screening.finalists.length > 0)
  // fresh seeds were not asked yet
  if (near === undefined) return plan.usual.length > 0 ? prove(site, lab, plan, 1) : tried.at(-1)!
  const known = new Set(near.lab.rows().map(({ id }) => id))
  const later = await labFor(
    site,
    first,
    near.lab.yardstick,
    lab.trained().filter(({ id }) => !known.has(id)),
  )
  return { ...near, lab: { ...near.lab, rows: () => [...near.lab.rows(), ...later.trained().slice(1)] } }
}

async function prove(site: Site, lab: Lab, plan: Planned, share: number): Promise<Tried> {
  site.phase.now = 'screen'
  const screening = await screen(lab, plan)
  site.phase.now = 'confirm'
  return { lab, screening, remedies: await verdicts(lab, screening, plan, share) }
}

function isProven({ remedies }: Tried): boolean {
  return remedies.some(({ verdict }) => verdict === 'verified')
}

/** What all measures of one experiment share. */
interface Site {
  readonly options: VerifyOptions
  readonly run: RunRecord
  readonly clock: Clock
  readonly phase: { now: State['phase'] }
}

/** A row on another measure than its result is on, read from its record again. */
async function measuredAnew(
  row: TrialRow,
  home: string,
  yardstick: Yardstick,
  whole: Whole | undefined,
): Promise<TrialRow> {
  const folder = trialFolder(home, row.id)
  const run = await recordOf(folder)
  if (run === undefined) return row
  const { end, curve } = measured(run, yardstick, whole, saidIn(recordFolder(folder, attemptOf(folder))).measure)
  const value = row.ending !== 'lost' && end !== undefined && Number.isFinite(end) ? end : null
  return { ...row, value, curve }
}

/** A training that ended by itself; one that gave up at a loss that is no number did so too. */
function isOver({ ending, curve }: TrialRow): boolean {
  return ending === 'finished' || (ending === 'crashed' && curve.some(([, value]) => value === null))
}

/** A lab on one measure. `before`: rows of trials that were made on another. */
async function labFor(
  { options, run, clock, phase }: Site,
  first: TrialRow,
  yardstick: Yardstick,
  before: readonly TrialRow[] = [],
): Promise<Lab> {
  const { words, knobs, runner, signal, told, home } = options
  const running = new Map<string, Trial>()
  const series = curveOf(run, yardstick)
  const whole = series && first.ending === 'finished' ? wholeOf(series) : undefined
  const onThis = (row: TrialRow) => measuredAnew(row, home, yardstick, whole)
  const baseline = await onThis(first)
  const inTime = (trainings: number) => (trainings * baseline.seconds) / runner.slots()
  const tell = () => {
    const left = Math.min(clock.left(), inTime(clock.spare(lab.rows())))
    told({ phase: phase.now, rows: lab.rows(), running: [...running.values()], yardstick, left })
  }
  const ended = (row: TrialRow) => {
    running.delete(row.id)
    tell()
  }
  const plain = openLab({
    ...{ words, knobs, runner, run, baseline, yardstick, whole },
    before: await Promise.all(before.map(onThis)),
    affords: (more) => !signal.aborted && clock.left() > inTime(more) && clock.spare(lab.rows()) >= more - TOLERANCE,
    measured: onThis,
    began(trial) {
      running.set(trial.id, trial)
      tell()
    },
    ended,
  })
  // a flag of the script that stops it is a change like any other
  const lab: Lab = knobs.some(({ change }) => change === EARLY) ? plain : withStops(plain, ended)
  return lab
}

/** The cheapest test that separates the first two suspects, where there is need of one and time for it. */
async function settled(lab: Lab, suspects: readonly Suspect[], home: string): Promise<readonly TrialTest[]> {
  const test = separating(suspects)
  if (test === undefined || !lab.affords(TESTED)) return []
  const result = await settle(lab, test, ({ id }) => recordOf(trialFolder(home, id)))
  return result ? [result] : []
}

function baselineTrial({ words, budget }: VerifyOptions): Trial {
  const limits = { seconds: budget.seconds ?? null, memory: null, steps: null }
  return { id: idOf({}, {}, 0), arm: 'baseline', changes: {}, flags: {}, seed: 0, words, limits }
}

/** Who knows nothing of the causes tries all that was screened or planned, on all seeds; early stopping is read off there too. */
function gridOf({ all }: Screening, candidates: Plan['candidates']): number {
  const untried = candidates.filter(({ remedy }) => !all.some((one) => one.remedy === remedy))
  const variants = [...all, ...untried].map(({ changes }) => changes).filter((one) => !kindOf(one).readOff)
  return (new Set(variants.map(keyOf)).size + 1) * GRID_SEEDS
}

function impossibleOf(row: TrialRow, signal: AbortSignal): Impossible {
  if (signal.aborted) return { why: 'interrupted', row }
  if (row.ending === 'late' || row.ending === 'stopped') return { why: 'budget', row }
  return { why: row.ending === 'crashed' ? 'crashed' : 'silent', row }
}

interface Found extends Tried {
  readonly tests: readonly TrialTest[]
  readonly byHand: Experiment['byHand']
  readonly flags: readonly string[]
  readonly candidates: Plan['candidates']
  readonly cut: Experiment['cut']
}

function experimentOf(
  words: readonly string[],
  { lab: { baseline, rows, yardstick }, remedies, tests, byHand, flags, screening, candidates, cut }: Found,
): Experiment {
  const controls = rows()
    .filter(({ arm, value }) => arm === 'control' && value !== null)
    .map(({ value }) => value!)
  const chance = chanceOf(controls)
  return {
    command: words.join(' '),
    yardstick,
    rows: rows(),
    remedies,
    tests,
    ...(chance === undefined ? {} : { chance }),
    baseline: baseline.seconds,
    seconds: rows().reduce((sum, row) => sum + row.seconds, 0),
    cost: costOf(rows()),
    grid: gridOf(screening, candidates),
    byHand,
    ...(flags.length === 0 ? {} : { unvalued: flags }),
    ...(cut === undefined ? {} : { cut }),
  }
}
