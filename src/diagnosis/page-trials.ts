// What the page draws of a run's trials: which of them are compared, on which scale, and the code of the cure.

/** Trainings that differ by their seed alone, or on one seed by what was tried. */
export interface TrialsArm {
  /** places in the run's `trials`, the best first where they differ by what was tried */
  readonly rows: readonly number[]
  /** share of the training, mean of all of them there; empty where there is no mean to speak of */
  readonly mean: readonly (readonly [at: number, value: number])[]
}

export interface TrialsScale {
  readonly log: boolean
  readonly span: readonly [low: number, high: number]
  readonly ticks: readonly number[]
}

export interface TrialsPicture {
  /** place in `experiment.remedies` of the one that was held against its control on fresh seeds; absent before that */
  readonly remedy?: number
  readonly without: TrialsArm
  readonly with: TrialsArm
  /** of the measure over the training, and of the pairs alone, whose values may lie close to each other */
  readonly curves: TrialsScale
  readonly pairs?: TrialsScale
  /** gains are shares by which a loss falls, not differences of the measure */
  readonly ratio: boolean
  /** mean over the pairs; absent without pairs */
  readonly ends?: { readonly without: number; readonly with: number }
  /** a training among the pairs was lost */
  readonly lost: boolean
  /** the remedy in the user's framework; in every framework where that is unknown */
  readonly code: readonly { readonly framework: string; readonly text: string }[]
}
