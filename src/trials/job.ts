// A trial as a job of a cluster: it finds what to do in its folder, leaves its result there, and gives way to a faster twin.

import { existsSync, mkdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { runTrial } from './one.ts'
import { attemptName, ordersOf, putSign } from './slurm-jobs.ts'
import { putResult, recordFolder, resultOf, specOf } from './store.ts'
import type { Progress, TrialResult } from './trial.ts'

/** ms between two looks whether a result is there already */
const TWIN = 1000
/** ms by which a training that Slurm ends may be gone before the signal has reached us too */
const SIGNAL = 1000

type Env = Readonly<Record<string, string | undefined>>

/**
 * Runs the trial of a folder. Undefined where it was ended from outside, so that nothing may be concluded from it; throws
 * where the folder is none of a trial.
 */
export async function runJob(folder: string, env: Env, signal: AbortSignal): Promise<TrialResult | undefined> {
  const known = resultOf(folder)
  if (known) return known
  const orders = ordersOf(folder)
  if (orders === undefined) throw new Error('no trial')
  const attempt = freshAttempt(folder, env)
  const tell = (progress: Progress) => putSign(folder, { ...progress, attempt })
  tell({ curve: [], steps: 0, seconds: 0 })
  const over = new AbortController()
  const twin = setInterval(() => resultOf(folder) && over.abort(), TWIN)
  const ended = AbortSignal.any([signal, over.signal])
  try {
    const result = await runTrial(specOf(folder), folder, {
      env,
      cwd: orders.cwd,
      attempt,
      yardstick: orders.yardstick,
      whole: orders.whole,
      signal: ended,
      // whether it is behind is for the one who sees all trials
      oversee: (progress) => void tell(progress),
    })
    if (result.ending === 'crashed') await sleep(SIGNAL)
    if (ended.aborted) return resultOf(folder)
    return putResult(folder, result, attempt)
  } finally {
    clearInterval(twin)
  }
}

/** A controller that has lost its memory gives the same numbers again: a name that is taken gets a number of its own. */
function freshAttempt(folder: string, env: Env): string {
  const [array, task] = [env.SLURM_ARRAY_JOB_ID ?? `${process.pid}`, env.SLURM_ARRAY_TASK_ID ?? '0']
  const name = attemptName(array, task, env.SLURM_RESTART_COUNT ?? '0')
  for (let count = 1; ; count++) {
    const one = count === 1 ? name : `${name}-${count}`
    if (existsSync(recordFolder(folder, one))) continue
    mkdirSync(recordFolder(folder, one))
    return one
  }
}
