// The inputs are not scaled.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'unscaled-inputs',
  kind: 'fault',
  group: 'data',
  seeds: ['C', 'D'],
  prior: 0.05,
  rivals: ['learning-rate-too-high', 'poor-initialization'],
  leads: [
    'saturated-activations',
    'saturated-output',
    'dead-units',
    'exploding-gradients',
    'vanishing-gradients',
    'learning-rate-too-high',
    'numeric-overflow',
    'wrong-optimizer',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'standardize-inputs', change: { standardize_inputs: true }, safe: 'safe' }],
  settle: [{ id: 'input-statistics', cost: 'seconds' }],
  literature: ['lecun-2012', 'sola-1997'],
})
