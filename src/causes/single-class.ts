// Only one class is in the data.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'single-class',
  kind: 'fault',
  group: 'data',
  seeds: [],
  prior: 0.01,
  rivals: ['no-targets-found', 'saturated-output'],
  leads: [
    'collapsed-output',
    'saturated-output',
    'overfitting',
    'class-imbalance',
    'labels-out-of-range',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'check-paths', safe: 'safe' }],
  settle: [{ id: 'label-counts', cost: 'seconds' }],
  literature: ['schelter-2018', 'breck-2017'],
})
