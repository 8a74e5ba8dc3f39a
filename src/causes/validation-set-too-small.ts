// The validation set is too small to judge by.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'validation-set-too-small',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'E'],
  prior: 0.03,
  rivals: ['batch-noise', 'confidence-not-correctness'],
  remedies: [
    { id: 'more-validation', safe: 'safe' },
    { id: 'cross-validate', change: { folds: 5 }, safe: 'safe' },
  ],
  settle: [
    { id: 'k-fold', cost: 'some-runs' },
    { id: 'seeds-only', cost: 'some-runs' },
  ],
  literature: ['varoquaux-2018', 'bouthillier-2021'],
})
