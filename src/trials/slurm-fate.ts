// What the queue's word on a task means for its trial.

import type { Listed } from './sbatch.ts'

/**
 * queued, running: it goes on. never: it cannot start as it was asked for. late, memory: it needed more than Slurm gives.
 * ended: by somebody who wanted that. done: Slurm saw it end well. lost: it is gone or stuck, and the trial was not at fault.
 */
export type Fate = 'queued' | 'running' | 'never' | 'late' | 'memory' | 'ended' | 'done' | 'lost'

const OVER: Readonly<Record<string, Fate>> = {
  COMPLETED: 'done',
  TIMEOUT: 'late',
  DEADLINE: 'late',
  OUT_OF_MEMORY: 'memory',
  CANCELLED: 'ended',
  FAILED: 'lost',
  NODE_FAIL: 'lost',
  BOOT_FAIL: 'lost',
  PREEMPTED: 'lost',
  REVOKED: 'lost',
  SPECIAL_EXIT: 'lost',
}

/** No waiting helps against these. */
const HOPELESS =
  /^(PartitionTimeLimit|BadConstraints|InvalidAccount|InvalidQOS|AccountNotAllowed|QOSNotAllowed|\w+PerJob(Limit)?)$/
/** Slurm does not start by itself what it could not start once. */
const STUCK = /requeued held/i

/** `entry`: undefined where Slurm answered and knows nothing of the task. */
export function fateOf(entry: Listed | undefined): Fate {
  if (entry === undefined) return 'lost'
  const over = OVER[entry.state]
  if (over !== undefined) return over
  if (entry.state !== 'PENDING') return 'running'
  if (STUCK.test(entry.reason.replaceAll('_', ' '))) return 'lost'
  return HOPELESS.test(entry.reason) ? 'never' : 'queued'
}
