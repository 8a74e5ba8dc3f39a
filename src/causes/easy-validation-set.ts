// The validation set is easier than the training set.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'easy-validation-set',
  kind: 'fault',
  group: 'data',
  seeds: ['E'],
  prior: 0.02,
  rivals: ['evaluation-asymmetry', 'data-leakage'],
  remedies: [
    { id: 'resplit-by-group', safe: 'needs-a-value' },
    { id: 'cross-validate', change: { folds: 5 }, safe: 'safe' },
  ],
  settle: [
    { id: 'split-check', cost: 'seconds' },
    { id: 'k-fold', cost: 'some-runs' },
  ],
  literature: ['saeb-2017', 'kapoor-2023'],
})
