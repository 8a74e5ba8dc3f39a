// What a trial asks of the queue, and which trials ask for the same, so that they can be one array.

import type { Limits, Trial } from './trial.ts'

/** What each task of an array may take. */
export interface Demand {
  /** the time that Slurm gives, in minutes; absent: what the partition gives */
  readonly minutes?: number
  /** MB */
  readonly memory?: number
}

/** Tasks of one array at most: sites allow 1000 and more. */
const ARRAY = 500
/** seconds that Slurm gives beyond the limit of the trial, which then ends it first and can say why */
const GRACE = 60
/** MB of whyloss itself in a job */
const OWN = 512

/** `left`: seconds that may be taken at most, for a trial without a limit of its own. */
export function demandOf({ seconds, memory }: Limits, left: number): Demand {
  // Slurm counts in minutes, and takes 0 for no limit
  const minutes =
    seconds !== null
      ? Math.ceil((seconds + GRACE) / 60)
      : Number.isFinite(left)
        ? Math.max(1, Math.floor(left / 60))
        : undefined
  return {
    ...(minutes === undefined ? {} : { minutes }),
    ...(memory === null ? {} : { memory: Math.ceil(memory + OWN) }),
  }
}

/** Seconds that a task may take at most; 0 where nobody has set that. */
export function secondsOf({ minutes = 0 }: Demand): number {
  return 60 * minutes
}

/** In the order in which they were asked for. */
export function groupsOf<T extends { readonly trial: Trial }>(
  tasks: readonly T[],
  left: number,
): readonly { readonly demand: Demand; readonly tasks: readonly T[] }[] {
  const groups: { demand: Demand; key: string; tasks: T[] }[] = []
  for (const task of tasks) {
    const demand = demandOf(task.trial.limits, left)
    const key = JSON.stringify(demand)
    const group = groups.find((one) => one.key === key && one.tasks.length < ARRAY)
    if (group) group.tasks.push(task)
    else groups.push({ demand, key, tasks: [task] })
  }
  return groups
}
