// One trial from its start to its result: the command is run with its change, watched, and ended where it is lost.

import { mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { totalSteps } from '../checks/curves.ts'
import type { Gathered } from '../gather/gather.ts'
import { fatalOf } from '../live/fatal.ts'
import { watch } from '../live/watch.ts'
import type { RunRecord } from '../record/run.ts'
import type { Yardstick } from '../record/trials.ts'
import { trialEnvironment } from './environment.ts'
import { type Process, startProcess } from './process.ts'
import { mainOf, outputOf, recordOf, resultOf, STREAM } from './result.ts'
import type { Oversee } from './runner.ts'
import { saidIn } from './said.ts'
import { partOf, recordFolder } from './store.ts'
import type { Progress, Trial, TrialResult } from './trial.ts'
import { makeWorkplace, removeWorkplace } from './workplace.ts'
import { chooseYardstick, measured, type Whole } from './yardstick.ts'

export interface Around {
  readonly env: Readonly<Record<string, string | undefined>>
  /** the user's folder, which is copied */
  readonly cwd: string
  /** the device of this trial, where each has its own */
  readonly gpu?: string | undefined
  /** what sets its files apart from those of another attempt at the same trial; '' where there is none */
  readonly attempt?: string
  /** undefined for the baseline, from which the yardstick is chosen */
  readonly yardstick: Yardstick | undefined
  readonly whole: Whole | undefined
  readonly signal: AbortSignal
  oversee: Oversee
}

/** Runs it in `folder`, where its spec lies. Never rejects for what the command does. */
export async function runTrial(trial: Trial, folder: string, around: Around): Promise<TrialResult> {
  const { attempt = '' } = around
  const [workplace, record] = [join(folder, partOf('work', attempt)), recordFolder(folder, attempt)]
  // a trial's folder lies two below that of the experiment
  makeWorkplace(resolve(around.cwd), workplace, resolve(folder, '../..'))
  mkdirSync(record, { recursive: true })
  const env = trialEnvironment(around.env, record, join(folder, 'spec.json'), around.gpu)
  const process = startProcess(trial.words, { cwd: workplace, env, output: outputOf(folder, attempt) }, (usage) => {
    const { limits } = trial
    const idle = isIdle(trial, record)
    if (around.signal.aborted) process.stop('stopped')
    else if (idle !== undefined) process.stop('ignored', idle)
    else if (limits.memory !== null && usage.memory > limits.memory)
      process.stop('memory', `${Math.round(usage.memory)}`)
    else if (limits.seconds !== null && usage.seconds > limits.seconds)
      process.stop('late', `${Math.round(usage.seconds)}`)
  })
  const watching = watch([record], async (known) => look(known, record, around, process), {
    only: (file) => basename(dirname(file)) === basename(record) && STREAM.test(basename(file)),
  })
  const watched = watching.end.catch(() => undefined)
  const over = await process.end
  watching.stop()
  await watched
  removeWorkplace(workplace)
  const run = await recordOf(folder, attempt)
  // Ctrl-C in a terminal reaches the training too: how it ended then says nothing of the change
  const cut = around.signal.aborted && over.ending === undefined ? { ending: 'stopped' as const } : {}
  return resultOf(trial, { ...over, ...cut, run, output: outputOf(folder, attempt), said: saidIn(record) }, around)
}

/** What has come so far: ended where it is lost or behind. Answers whether it wants to be asked again, which it does not. */
async function look(
  known: Gathered,
  record: string,
  around: Around,
  { seconds, stop }: Pick<Process, 'seconds' | 'stop'>,
): Promise<boolean> {
  const run = mainOf(known.records, around.yardstick)
  if (run === undefined) return false
  // weights that do not move may yet: a schedule may begin at 0
  const fatal = fatalOf(run).find(({ sure, kind }) => sure && kind !== 'not-moved')
  // the baseline is let to its end: it says how long a training is, and what it comes to
  if (fatal && around.yardstick !== undefined) stop('lost', fatal.kind)
  const { curve, steps } = progressIn(run, record, around)
  if (around.oversee({ curve, steps, seconds: seconds() }) === 'behind') stop('behind')
  return false
}

function progressIn(run: RunRecord, record: string, around: Around): Omit<Progress, 'seconds'> {
  const measure = around.yardstick ?? chooseYardstick(run)
  const steps = totalSteps(run) ?? 0
  return { curve: measure ? measured(run, measure, around.whole, saidIn(record).measure).curve : [], steps }
}

/** Why nothing will be changed, once the changer has refused all for good; undefined while it may yet. */
function isIdle({ changes }: Trial, record: string): string | undefined {
  const names = Object.keys(changes)
  if (names.length === 0) return undefined
  const { refused } = saidIn(record)
  return names.every((name) => FINAL.has(refused[name] ?? ''))
    ? names.map((name) => `${name}: ${refused[name]}`).join(', ')
    : undefined
}

/** Reasons that no later moment of the training takes back. */
const FINAL = new Set(['same', 'no-layer', 'loaded', 'broken', 'unsupported'])
