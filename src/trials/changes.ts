// What each change means to a plan: whether the rate must be tuned anew with it, what of the loss it leaves alone, how long it takes.

import type { Changes } from '../record/trials.ts'

export interface ChangeKind {
  /** it changes the scale of the gradients, so that it is tried with the rate tuned anew as well */
  readonly tunes: boolean
  /** the train loss still means the same */
  readonly keepsLoss: boolean
  /** its good shows late: early on it looks worse than it is, so that it is not ended for being behind */
  readonly late: boolean
  /** nothing inside a process can do it; a flag of the script can */
  readonly byHand?: true
  /** what comes of it is read from a training without it, in whichever framework */
  readonly readOff?: true
}

const PLAIN = { tunes: false, keepsLoss: true, late: false } as const
const SCALES = { ...PLAIN, tunes: true } as const
const REGULARIZES = { tunes: false, keepsLoss: false, late: true } as const
const BY_HAND = { ...PLAIN, byHand: true } as const

const KINDS: Readonly<Record<string, ChangeKind>> = {
  learning_rate: PLAIN,
  warmup_steps: PLAIN,
  schedule: { ...PLAIN, late: true },
  momentum: SCALES,
  optimizer: SCALES,
  gradient_clip: SCALES,
  weight_decay: REGULARIZES,
  dropout: REGULARIZES,
  batch_size: SCALES,
  epochs: { ...PLAIN, late: true },
  initializer: SCALES,
  hidden_activation: SCALES,
  output_activation: SCALES,
  output_loss: { ...SCALES, keepsLoss: false },
  loss: { ...SCALES, keepsLoss: false },
  class_weights: { ...PLAIN, keepsLoss: false },
  standardize_inputs: SCALES,
  impute: PLAIN,
  standardize_targets: SCALES,
  batch_norm_momentum: PLAIN,
  batch_norm: PLAIN,
  train_mode: PLAIN,
  zero_grad: PLAIN,
  all_parameters: PLAIN,
  shuffle: PLAIN,
  input_noise: REGULARIZES,
  precision: PLAIN,
  penalties: PLAIN,
  seed: PLAIN,
  width: BY_HAND,
  examples: BY_HAND,
  folds: BY_HAND,
  validation_split: BY_HAND,
  normalization: BY_HAND,
  temperature: BY_HAND,
  early_stopping: { ...REGULARIZES, readOff: true },
  range_test: BY_HAND,
}

/** The joint meaning of all changes of a remedy; what is unknown can only be done by hand. */
export function kindOf(changes: Changes): ChangeKind {
  const all: readonly ChangeKind[] = Object.keys(changes).map((name) => KINDS[name] ?? BY_HAND)
  return {
    tunes: all.some((one) => one.tunes),
    keepsLoss: all.every((one) => one.keepsLoss),
    late: all.some((one) => one.late),
    ...(all.some((one) => one.byHand) ? { byHand: true as const } : {}),
    ...(all.every((one) => one.readOff) ? { readOff: true as const } : {}),
  }
}

/** How many times longer than the baseline a trial may rightly take. */
export function stretch({ epochs, examples, batch_size: batch }: Changes): number {
  return factor(epochs, 1) * factor(examples, 1) * Math.max(1, 1 / factor(batch, 0.1))
}

/** What must be gained, in least gains: most trainings gain a little by being longer, and pay for it each time. */
export function price({ epochs }: Changes): number {
  return Math.max(1, factor(epochs, 1))
}

/** 3 of `x3`; `otherwise` where it is a plain number, whose factor is not known, and 1 where it is not changed. */
function factor(value: Changes[string] | undefined, otherwise: number): number {
  if (value === undefined) return 1
  return typeof value === 'string' && value.startsWith('x') ? Number(value.slice(1)) || 1 : otherwise
}

/** The rate as a factor of the script's own: 1 where it is left alone. */
export function rateFactor({ learning_rate: rate }: Changes): number {
  return factor(rate, 1)
}

/** The same changes with the rate so many times the script's own. */
export function withRate(changes: Changes, times: number): Changes {
  const { learning_rate: _, ...rest } = changes
  return times === 1 ? rest : { ...rest, learning_rate: `x${Number(times.toPrecision(3))}` }
}

/** Changes as one line that is the same for equal ones. */
export function keyOf(changes: Changes): string {
  const sorted = Object.entries(changes).sort(([a], [b]) => (a < b ? -1 : 1))
  return sorted.map(([name, value]) => `${name}=${value}`).join(' ')
}
