// Labels lie outside 0 .. K-1.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'labels-out-of-range',
  kind: 'fault',
  group: 'data',
  seeds: ['D'],
  prior: 0.02,
  rivals: ['output-loss-mismatch', 'unscaled-inputs'],
  leads: [
    'saturated-output',
    'exploding-gradients',
    'learning-rate-too-high',
    'numeric-overflow',
    'wrong-loss',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'remap-labels', safe: 'safe' }],
  settle: [
    { id: 'label-counts', cost: 'seconds' },
    { id: 'output-and-loss', cost: 'seconds' },
  ],
  literature: ['schelter-2018', 'islam-2019'],
})
