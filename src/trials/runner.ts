// The contract of whatever runs trials: processes of this machine, or a cluster.

import type { Yardstick } from '../record/trials.ts'
import type { Progress, Trial, TrialResult } from './trial.ts'
import type { Whole } from './yardstick.ts'

/** Asked each time a trial has come further; `behind` ends it. */
export type Oversee = (progress: Progress) => 'behind' | undefined

/** By what trials are measured; empty for the baseline, which decides it. */
export interface Measuring {
  readonly yardstick?: Yardstick | undefined
  readonly whole?: Whole | undefined
}

/** What one training needs, as the baseline showed. */
export interface Needs {
  readonly seconds: number
  readonly processor: number
  /** MB */
  readonly memory: number
}

export interface Runner {
  /** how many trials it runs at once */
  slots(): number
  /** Told once what a training needs, before the second one. */
  fit(needs: Needs): void
  /**
   * Runs one trial; one that has a result already is answered with that. Never rejects for what the training does, only
   * where nothing can be run at all.
   */
  run(trial: Trial, measuring: Measuring, oversee: Oversee): Promise<TrialResult>
  /** Ends what runs; what has ended keeps its result. */
  stop(): Promise<void>
}
