// Evidence that trials give: every run that was made to try a remedy, on which measure, and what the remedies came to.

import type { Axis, Split } from './series.ts'

/** What a trial changes, by the names of recorder/whyloss_trial/CHANGES.md; empty for the training as it is. */
export type Changes = Readonly<Record<string, string | number | boolean>>

/**
 * baseline: the training as it is. control: as it is, with another seed. screen: a remedy on the baseline's seed.
 * confirm: the finalist on a fresh seed. rival: what the finalist is held against where that is not the training as it is.
 * test: a run that separates two causes.
 */
export const ARMS = ['baseline', 'control', 'screen', 'confirm', 'rival', 'test'] as const
export type Arm = (typeof ARMS)[number]

/**
 * finished: to its end. lost: no training comes back from there, so it was ended. behind: others did better by then. late:
 * it took too long. memory: it needed too much. crashed: it failed. ignored: nothing changed. silent: no measure came.
 * stopped: by the user or the budget; such a trial is made again.
 */
export const ENDINGS = [
  'finished',
  'lost',
  'behind',
  'late',
  'memory',
  'crashed',
  'ignored',
  'silent',
  'stopped',
] as const
export type Ending = (typeof ENDINGS)[number]

/** The one number by which all arms are compared; no remedy changes its meaning. */
export interface Yardstick {
  /** the user's name of the curve, e.g. `val_accuracy`, and the field's, e.g. `accuracy` */
  readonly name: string
  readonly metric: string
  readonly split: Split
  readonly axis: Axis
  readonly better: 'up' | 'down'
  /** its own train loss, for want of held-out data: remedies that change what the loss means cannot be judged by it */
  readonly own: boolean
  /** it stands in for a score that shows nothing; then it must fall by twice as much to be worth a change */
  readonly stead?: true
  /** examples that it is taken on, where that is known */
  readonly examples?: number
}

export interface TrialRow {
  readonly id: string
  readonly arm: Arm
  readonly changes: Changes
  /** 0 is the program's own */
  readonly seed: number
  /** what is hoped to be cured, and by which remedy of its; absent for arms that change nothing */
  readonly cause?: string
  readonly remedy?: string
  readonly ending: Ending
  /** why it ended so: the last line of an error, what was not changed; '' where there is no more to say */
  readonly why: string
  /** the yardstick at the end: mean of its last tenth; null where it was no number or never came */
  readonly value: number | null
  /** the yardstick as it went: share of the training (0..1), value; null where it was no number */
  readonly curve: readonly (readonly [at: number, value: number | null])[]
  /** wall-clock seconds */
  readonly seconds: number
  readonly steps: number
  /** processor seconds of all its processes together, as far as they were seen: what it cost, whatever ran beside it */
  readonly processor: number
  /** largest memory of its processes, in MB */
  readonly memory: number
  /** what each change did, in code: `SGD: lr 10 -> 1` */
  readonly applied: Readonly<Record<string, string>>
  /** what could not be changed: the id of a reason */
  readonly refused: Readonly<Record<string, string>>
  /** calls by which the program sets a seed */
  readonly seeded: readonly string[]
}

export type TrialVerdict = 'verified' | 'refuted' | 'undecided'

/** What became of one remedy. */
export interface TriedRemedy {
  readonly cause: string
  readonly remedy: string
  readonly changes: Changes
  readonly verdict: TrialVerdict
  /**
   * The id of the reason: proven, no-effect, too-small, uncertain, few-pairs, budget, not-better (already on one seed),
   * rate-alone, not-applied, deaf-flag, crashed, memory, late, no-measure, other-meaning, by-hand.
   */
  readonly reason: string
  /** mean of the paired differences on the yardstick, above 0 where the remedy is better, and its interval; of a finalist */
  readonly effect?: number
  readonly interval?: readonly [number, number]
  /** of the interval, after correction for the number of remedies tried: 0.95 and above */
  readonly level?: number
  /** what it had to reach to be worth a change */
  readonly minimum?: number
  readonly pairs?: readonly { readonly seed: number; readonly without: number; readonly with: number }[]
  /** the changes that it was held against: none, or the tuned rate alone */
  readonly against?: Changes
  /** on the baseline's seed: without and with */
  readonly screened?: readonly [number | null, number | null]
}

/** What a test that separates two causes came to. */
export interface TrialTest {
  readonly test: string
  readonly between: readonly [string, string]
  /** the cause that it speaks for; absent where it says nothing */
  readonly favours?: string
  readonly values: Readonly<Record<string, number | string>>
}

/** All trials of one training. */
export interface Experiment {
  readonly command: string
  readonly yardstick?: Yardstick
  readonly rows: readonly TrialRow[]
  readonly remedies: readonly TriedRemedy[]
  readonly tests: readonly TrialTest[]
  /** standard deviation of the yardstick over the seeds of the control arm; absent before there are two */
  readonly chance?: number
  /** seconds of the baseline, and of all trials one after another */
  readonly baseline: number
  readonly seconds: number
  /** what all trials cost, in trainings as they are, by processor time */
  readonly cost: number
  /** what a grid would have cost over all remedies of the plan on the same seeds, each to its end, in trainings as they are */
  readonly grid: number
  /** cause, remedy: what must be done by hand, since nothing inside a process reaches it */
  readonly byHand: readonly { readonly cause: string; readonly remedy: string }[]
  /** flags of knobs whose present value nobody knows; absent where there are none */
  readonly unvalued?: readonly string[]
  /** why it ended before its end: budget, interrupted; absent where it did not */
  readonly cut?: 'budget' | 'interrupted'
}
