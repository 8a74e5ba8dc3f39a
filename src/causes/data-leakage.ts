// Information leaks from training into validation.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'data-leakage',
  kind: 'fault',
  group: 'data',
  seeds: ['A'],
  prior: 0.02,
  rivals: ['easy-validation-set', 'evaluation-asymmetry'],
  remedies: [
    { id: 'remove-leak', safe: 'needs-a-value' },
    { id: 'resplit-by-group', safe: 'needs-a-value' },
  ],
  settle: [
    { id: 'split-check', cost: 'seconds' },
    { id: 'importance', cost: 'minutes' },
  ],
  literature: ['kaufman-2012', 'kapoor-2023', 'barz-2020'],
})
