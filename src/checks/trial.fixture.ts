// Trials as they come out of an experiment, written by hand, for the tests of checks.

import type { Experiment, TriedRemedy } from '../record/trials.ts'

const pairs = [1, 2, 3, 4, 5].map((seed) => ({ seed, without: 0.1 + seed / 1000, with: 0.95 + seed / 1000 }))

export const lowerRate: TriedRemedy = {
  cause: 'learning-rate-too-high',
  remedy: 'lower-rate',
  changes: { learning_rate: 'x0.01' },
  verdict: 'verified',
  reason: 'proven',
  pairs,
  effect: 0.85,
}
export const warmUp: TriedRemedy = {
  cause: 'learning-rate-too-high',
  remedy: 'warm-up',
  changes: { warmup_steps: 500 },
  verdict: 'refuted',
  reason: 'not-better',
}

export function experiment(...remedies: readonly TriedRemedy[]): Experiment {
  const yardstick = {
    name: 'val_accuracy',
    metric: 'accuracy',
    split: 'val',
    axis: 'epoch',
    better: 'up',
    own: false,
  } as const
  const rest = {
    command: 'python train.py',
    rows: [],
    tests: [],
    baseline: 2,
    seconds: 40,
    cost: 18,
    grid: 60,
    byHand: [],
  }
  return { ...rest, yardstick, remedies }
}
