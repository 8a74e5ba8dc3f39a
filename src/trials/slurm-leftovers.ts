// Jobs whose trial has a result and which may be in the queue all the same: put back there by Slurm, held, or too slow.

import { cancelJobs, type Listed } from './sbatch.ts'
import { fateOf } from './slurm-fate.ts'
import type { Job } from './slurm-jobs.ts'

/** ms in which a job that has left its result ends by itself */
const PATIENCE = 10_000

export class Leftovers {
  readonly #since = new Map<Job, number>()

  add(job: Job): void {
    this.#since.set(job, performance.now())
  }

  get names(): readonly string[] {
    return [...this.#since.keys()].map(({ name }) => name)
  }

  /** `all`: what the queue holds. Ends what waits there for nothing. */
  async sweep(all: ReadonlyMap<string, Listed>, env: Readonly<Record<string, string | undefined>>): Promise<void> {
    const ended: Job[] = []
    for (const [job, since] of this.#since) {
      const entry = all.get(`${job.name} ${job.task}`)
      const ends = fateOf(entry) === 'running' && performance.now() - since < PATIENCE
      if (ends) continue
      this.#since.delete(job)
      if (entry?.state === 'PENDING' || fateOf(entry) === 'running') ended.push({ ...job, array: entry!.array })
    }
    await cancelJobs(ended, env)
  }
}
