// Train and validation are measured differently.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'evaluation-asymmetry',
  kind: 'benign',
  group: 'benign',
  seeds: ['E'],
  prior: 0.05,
  rivals: ['easy-validation-set', 'data-leakage'],
  remedies: [{ id: 'evaluate-train', safe: 'safe' }],
  settle: [
    { id: 'train-in-eval-mode', cost: 'seconds' },
    { id: 'split-check', cost: 'seconds' },
    { id: 'k-fold', cost: 'some-runs' },
  ],
  literature: ['hinton-2012', 'li-2019'],
})
