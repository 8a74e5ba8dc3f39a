// `whyloss trial`: what a job of a cluster calls to run one trial of `whyloss verify`; not meant for people.

import { runJob } from '../../trials/job.ts'
import { ordersOf } from '../../trials/slurm-jobs.ts'
import { EXIT } from '../exit.ts'
import { Refusal } from '../refusal.ts'
import { stay } from '../stay.ts'
import type { Surroundings } from '../surroundings.ts'

export interface TrialOptions {
  readonly folder: string
}

/** Resolves to the exit code: whatever the training did is no failure of the job, which is there to tell it. */
export async function trialCommand({ folder }: TrialOptions, around: Surroundings): Promise<number> {
  if (ordersOf(folder) === undefined) throw new Refusal('cli.error.trial.folder', { folder })
  const ended = new AbortController()
  // Slurm says SIGTERM to all processes of a job that it ends or puts back into the queue
  const end = () => ended.abort()
  const leave = stay()
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  try {
    const result = await runJob(folder, around.env, ended.signal)
    return result === undefined ? EXIT.stopped : EXIT.answered
  } finally {
    process.off('SIGTERM', end)
    process.off('SIGINT', end)
    leave()
  }
}
