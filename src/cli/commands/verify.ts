// `whyloss verify`: proves a cause and its cure by controlled experiments on the user's own command.

import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type CauseId, causes } from '../../causes/index.ts'
import { examiner } from '../../diagnosis/examine.ts'
import { makeFolder } from '../../live/folder.ts'
import { resolved } from '../../live/launcher.ts'
import type { Speak } from '../../locales/speak.ts'
import type { RunRecord } from '../../record/run.ts'
import type { Budget } from '../../trials/budget.ts'
import { type Knob, parseKnob } from '../../trials/knobs.ts'
import { localRunner } from '../../trials/local.ts'
import { outputOf } from '../../trials/result.ts'
import type { Runner } from '../../trials/runner.ts'
import { SlurmError } from '../../trials/slurm-error.ts'
import { newestPlan, planOf, putPlan, trialFolder } from '../../trials/store.ts'
import { type Impossible, type Outcome, verify } from '../../trials/verify.ts'
import { clean } from '../../view/clean.ts'
import { EXIT, exitCode } from '../exit.ts'
import { give, understood } from '../give.ts'
import { nearest } from '../nearest.ts'
import { output, type ReportOptions } from '../output.ts'
import { Refusal } from '../refusal.ts'
import { onInterrupt } from '../stay.ts'
import { canvas, type Surroundings } from '../surroundings.ts'
import { trialProgress } from '../trial-progress.ts'
import { VERSION } from '../version.ts'
import { print, writeWhole } from '../write.ts'

export interface VerifyOptions extends ReportOptions {
  readonly budget?: string
  readonly knob?: readonly string[]
  readonly jobs?: string
  readonly resume?: string | true
  readonly runner?: string
  readonly slurm?: string
  readonly cap?: string
  readonly folder?: string
}

/** What an experiment is, as it is written down: enough to go on with it. */
interface Plan {
  readonly version: 1
  readonly words: readonly string[]
  readonly cwd: string
  readonly cause?: CauseId
  readonly knobs: readonly Knob[]
  readonly budget: Budget
  /** how it was to be run; what is given anew on --resume counts */
  readonly how: Pick<VerifyOptions, 'runner' | 'slurm' | 'jobs' | 'cap' | 'fact'>
}

const HOME = '.whyloss'
/** letters with which a mistyped cause begins as the one that was meant; a command that is missing does so by chance only */
const ALIKE = 3
/** what is spent where no budget is given: a rate, some remedies, and five seeds of two arms */
const TRAININGS = 20
const UNITS = { s: 1, m: 60, h: 3600, d: 86_400 } as const

/** Resolves to the exit code. Throws a Refusal where the call is wrong, or nothing can be tried at all. */
export async function verifyCommand(
  words: readonly string[],
  options: VerifyOptions,
  around: Surroundings,
): Promise<number> {
  const begun = options.resume === undefined ? undefined : resumed(words, options)
  const plan = begun?.plan ?? fresh(words, options)
  const asked = { ...plan.how, ...options }
  const { speak, facts } = understood(asked, around.env)
  const present = resolved(plan.words[0]!, around.env)
  if (present === undefined) throw new Refusal('cli.error.run.not-found', { name: clean(plan.words[0]!, 200) })
  const open = runnerFor(asked)
  // only now: a call that is refused leaves nothing behind
  const home = begun?.home ?? makeFolder(options.folder, new Date()).path
  putPlan(home, plan)
  const stopped = new AbortController()
  const runner = await refusing(async () => open({ home, cwd: plan.cwd, env: around.env }))
  const shown = trialProgress(around, speak)
  const leave = onInterrupt(() => {
    if (stopped.signal.aborted) process.exit(130)
    shown.note(speak('cli.verify.stopping'))
    stopped.abort()
    void runner.stop()
  })
  const more = { facts, cause: plan.cause, version: VERSION, now: Date.now, signal: stopped.signal, told: shown.told }
  const outcome = await refusing(() => verify({ ...plan, ...more, home, runner })).finally(() => {
    shown.end()
    leave()
  })
  if ('impossible' in outcome) throw refusalOf(outcome.impossible, plan, home)
  return report(outcome, home, options, around)
}

/** What Slurm says against it is the user's to mend. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof SlurmError ? new Refusal(error.id, error.values) : error
  }
}

/** What the trials came to, as the command gives it, and as a page beside them. */
async function report(
  { run, experiment }: Exclude<Outcome, { readonly impossible: unknown }>,
  home: string,
  options: VerifyOptions,
  around: Surroundings,
): Promise<number> {
  const { speak, format, failOn, facts: _, ...how } = understood(options, around.env)
  const record: RunRecord = { ...run, tables: { ...run.tables, trial: [experiment] } }
  const spoken = examiner([record], VERSION)
  const given = { records: [record], spoken, ...how }
  await give(format, given, around, speak)
  await keepPage(home, given, around, speak)
  if (experiment.cut !== undefined)
    await print(around.stderr, `${speak('cli.verify.kept', { path: clean(home, 300) })}\n`)
  if (experiment.cut === 'interrupted') return EXIT.thin
  return exitCode(spoken(how.language), failOn)
}

/** The plan of a new experiment. */
function fresh(words: readonly string[], options: VerifyOptions): Plan {
  const [cause, command] = causeOf(words)
  if (options.folder !== undefined && planOf(options.folder) !== undefined)
    throw new Refusal('cli.error.verify.folder', { path: clean(options.folder, 200) })
  if (command.length === 0) throw new Refusal('cli.error.verify.nothing')
  const budget = budgetOf(options.budget) ?? { trainings: TRAININGS }
  return {
    version: 1,
    words: command,
    cwd: process.cwd(),
    knobs: knobsOf(options.knob),
    ...(cause === undefined ? {} : { cause }),
    budget,
    how: howOf(options),
  }
}

/** Only what was given: a field that is there and undefined would hide what was given before. */
function howOf({ runner, slurm, jobs, cap, fact }: VerifyOptions): Plan['how'] {
  return JSON.parse(JSON.stringify({ runner, slurm, jobs, cap, fact }))
}

/** The one that was ended: what has a result is not run again; a budget that is given anew counts from now. */
function resumed(words: readonly string[], options: VerifyOptions): { plan: Plan; home: string } {
  const asked = typeof options.resume === 'string' ? options.resume : newestPlan(HOME)
  const plan = asked === undefined ? undefined : planOf<Plan>(asked)
  if (asked === undefined || plan === undefined || plan.version !== 1 || words.length > 0)
    throw new Refusal('cli.error.verify.resume', { path: clean(asked ?? HOME, 200) })
  const budget = budgetOf(options.budget) ?? plan.budget
  // a trial works in a folder of its own, from where a relative path leads elsewhere
  return { plan: { ...plan, budget }, home: resolve(asked) }
}

/** The first word where it is a cause; what begins like one and is neither that nor a command is a typing error. */
function causeOf(words: readonly string[]): readonly [CauseId | undefined, readonly string[]] {
  const [first, ...rest] = words
  const known = causes.map(({ id }) => id)
  if (first === undefined) return [undefined, words]
  if (known.includes(first)) return [first as CauseId, rest]
  const isCommand = existsSync(first) || resolved(first, process.env) !== undefined
  const meant = nearest(first, known)
  if (!isCommand && rest.length > 0 && first.slice(0, ALIKE) === meant.slice(0, ALIKE))
    throw new Refusal('cli.error.verify.cause', { name: first, nearest: meant })
  return [undefined, words]
}

/** `10m`, or `30x` for so many trainings as they are; TRAININGS where nothing is asked. */
function budgetOf(text: string | undefined): Budget | undefined {
  if (text === undefined) return undefined
  const [, number, unit] = /^(\d+(?:\.\d+)?)\s*([smhdx]|steps)$/.exec(text) ?? []
  if (number === undefined || Number(number) === 0) throw new Refusal('cli.error.verify.budget', { text })
  if (unit === 'x') return { trainings: Number(number) }
  if (unit === 'steps') return { steps: Number(number) }
  return { seconds: Number(number) * UNITS[unit as keyof typeof UNITS] }
}

function knobsOf(texts: readonly string[] = []): readonly Knob[] {
  return texts.map((text) => {
    const knob = parseKnob(text)
    if (knob === undefined) throw new Refusal('cli.error.verify.knob', { text })
    return knob
  })
}

/** What opens the runner that is asked for, once its folder is there. Throws a Refusal where it is asked for wrongly. */
function runnerFor({ jobs, runner = 'local', slurm, cap }: VerifyOptions): (place: Place) => Runner | Promise<Runner> {
  const count = jobs === undefined ? undefined : Number(jobs)
  if (count !== undefined && !(Number.isInteger(count) && count >= 1))
    throw new Refusal('cli.error.verify.jobs', { text: jobs })
  if (runner === 'local') return (place) => localRunner({ ...place, jobs: count })
  if (runner !== 'slurm') throw new Refusal('cli.error.verify.runner', { name: runner })
  return async (place) => {
    const { slurmRunner } = await import('../../trials/slurm.ts')
    const most = budgetOf(cap)?.seconds
    return slurmRunner({ ...place, jobs: count, slurm, cap: most === undefined ? {} : { cpu: most, gpu: most } })
  }
}

type Place = Parameters<typeof localRunner>[0]

/** Why nothing could be tried, in one line. */
function refusalOf({ why, row }: Impossible, { budget }: Plan, home: string): Refusal {
  if (why === 'crashed')
    return new Refusal('cli.error.verify.crashed', { error: row.why, path: outputOf(trialFolder(home, row.id)) })
  if (why === 'silent') return new Refusal('cli.error.verify.silent')
  if (why === 'interrupted') return new Refusal('cli.error.verify.early')
  if (why === 'stepless') return new Refusal('cli.error.verify.stepless')
  return new Refusal('cli.error.verify.small', { budget: textOf(budget) })
}

function textOf({ seconds = 0, trainings, steps }: Budget): string {
  return steps !== undefined ? `${steps}steps` : trainings !== undefined ? `${trainings}x` : spanOf(seconds)
}

function spanOf(seconds: number): string {
  return seconds >= 3600 ? `${seconds / 3600}h` : seconds >= 60 ? `${seconds / 60}m` : `${seconds}s`
}

/** The page is always kept beside the trials. */
async function keepPage(
  home: string,
  report: Parameters<typeof give>[1],
  around: Surroundings,
  speak: Speak,
): Promise<void> {
  const path = join(home, 'report.html')
  await writeWhole(path, await output('html', { ...report, canvas: canvas(around, path), now: new Date() }))
  await writeWhole(
    join(home, 'examination.json'),
    await output('json', { ...report, canvas: canvas(around, path), now: new Date() }),
  )
  await print(around.stderr, `${speak('cli.verify.page', { path: clean(path, 300) })}\n`)
}
