// No labels were found.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'no-targets-found',
  kind: 'fault',
  group: 'data',
  seeds: [],
  prior: 0.01,
  rivals: ['single-class', 'numeric-overflow'],
  leads: [
    'numeric-overflow',
    'vanishing-gradients',
    'single-class',
    'labels-out-of-range',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'check-paths', safe: 'safe' }],
  settle: [{ id: 'label-counts', cost: 'seconds' }],
  literature: ['breck-2017', 'humbatova-2020'],
})
