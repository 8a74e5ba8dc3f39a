// Last layer and loss do not fit together.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'output-loss-mismatch',
  kind: 'fault',
  group: 'model',
  seeds: ['C', 'D'],
  prior: 0.04,
  rivals: ['wrong-output-activation', 'saturated-output', 'wrong-loss'],
  leads: [
    'vanishing-gradients',
    'saturated-output',
    'collapsed-output',
    'exploding-gradients',
    'learning-rate-too-high',
    'weights-not-updated',
    'numeric-overflow',
    'dead-units',
    'labels-out-of-range',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'pair-output-loss', change: { output_loss: 'paired' }, safe: 'safe' }],
  settle: [{ id: 'output-and-loss', cost: 'seconds' }],
  literature: ['bridle-1990', 'golik-2013'],
})
