// What a trial is: the user's command once more, with a change, and what came of it.

import type { Arm, Changes, TrialRow } from '../record/trials.ts'

/** What is to be run. Plain data: a trial that is written down can be run anywhere, any time, by anyone. */
export interface Trial {
  readonly id: string
  readonly arm: Arm
  /** made inside the process */
  readonly changes: Changes
  /** 0 is the program's own */
  readonly seed: number
  readonly cause?: string
  readonly remedy?: string
  /** words that take the place of the user's, where a change is made by a flag of the script; all changes, for the table */
  readonly words: readonly string[]
  readonly flags: Changes
  readonly limits: Limits
}

export interface Limits {
  /** seconds; Infinity is written as null */
  readonly seconds: number | null
  /** MB of all its processes together */
  readonly memory: number | null
  /** steps of the unchanged training; what a schedule is stretched over */
  readonly steps: number | null
}

/** How far a trial has come. */
export interface Progress {
  /** points of the yardstick: share of the training, value */
  readonly curve: TrialRow['curve']
  readonly steps: number
  readonly seconds: number
}

export type TrialResult = Omit<TrialRow, 'arm' | 'changes' | 'seed' | 'cause' | 'remedy'>

/** A trial with its result, as it stands in the table. */
export function rowOf({ id, arm, changes, flags, seed, cause, remedy }: Trial, result: TrialResult): TrialRow {
  return {
    ...result,
    id,
    arm,
    changes: { ...flags, ...changes },
    seed,
    ...(cause === undefined ? {} : { cause }),
    ...(remedy === undefined ? {} : { remedy }),
  }
}

/** Of a trial that was not let to its end, or never begun. */
export function stoppedResult({ id }: Trial): TrialResult {
  const nothing = { value: null, curve: [], seconds: 0, steps: 0, memory: 0, processor: 0 }
  return { id, ending: 'stopped', why: '', ...nothing, applied: {}, refused: {}, seeded: [] }
}
