// The loss does not fit the task.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'wrong-loss',
  kind: 'fault',
  group: 'model',
  seeds: ['C'],
  prior: 0.03,
  rivals: ['output-loss-mismatch', 'wrong-output-activation'],
  leads: [
    'vanishing-gradients',
    'saturated-output',
    'collapsed-output',
    'exploding-gradients',
    'learning-rate-too-high',
    'numeric-overflow',
    'unscaled-targets',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [
    { id: 'fitting-loss', safe: 'needs-a-value' },
    { id: 'pair-output-loss', change: { output_loss: 'paired' }, safe: 'safe' },
  ],
  settle: [
    { id: 'output-and-loss', cost: 'seconds' },
    { id: 'loss-by-hand', cost: 'seconds' },
  ],
  literature: ['gneiting-2007', 'golik-2013'],
})
