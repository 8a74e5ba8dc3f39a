// The targets are not scaled.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'unscaled-targets',
  kind: 'fault',
  group: 'data',
  seeds: ['E'],
  prior: 0.02,
  rivals: ['learning-rate-too-high', 'loss-scale'],
  leads: [
    'dead-units',
    'exploding-gradients',
    'vanishing-gradients',
    'learning-rate-too-high',
    'numeric-overflow',
    'wrong-output-activation',
    'saturated-activations',
    'outliers',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'standardize-targets', change: { standardize_targets: true }, safe: 'safe' }],
  settle: [
    { id: 'true-vs-predicted', cost: 'seconds' },
    { id: 'input-statistics', cost: 'seconds' },
  ],
  literature: ['lecun-2012', 'sola-1997'],
})
