// The initial weights do not suit the network.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'poor-initialization',
  kind: 'fault',
  group: 'model',
  seeds: ['C', 'D'],
  prior: 0.03,
  rivals: ['unscaled-inputs', 'learning-rate-too-high', 'vanishing-gradients'],
  leads: [
    'dead-units',
    'saturated-activations',
    'saturated-output',
    'vanishing-gradients',
    'exploding-gradients',
    'collapsed-output',
    'learning-rate-too-high',
    'numeric-overflow',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'he-init', change: { initializer: 'he' }, safe: 'try-and-verify' }],
  settle: [
    { id: 'activation-shares', cost: 'minutes' },
    { id: 'seeds-only', cost: 'some-runs' },
  ],
  literature: ['he-2015', 'lecun-2012'],
})
