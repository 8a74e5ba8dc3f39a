// The output activation does not fit the targets.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'wrong-output-activation',
  kind: 'fault',
  group: 'model',
  seeds: ['A', 'D'],
  prior: 0.03,
  rivals: ['output-loss-mismatch', 'dead-units'],
  leads: [
    'vanishing-gradients',
    'saturated-output',
    'dead-units',
    'collapsed-output',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [
    { id: 'linear-output', change: { output_activation: 'linear' }, safe: 'safe' },
    { id: 'pair-output-loss', change: { output_loss: 'paired' }, safe: 'safe' },
  ],
  settle: [
    { id: 'output-and-loss', cost: 'seconds' },
    { id: 'true-vs-predicted', cost: 'seconds' },
  ],
  literature: ['bridle-1990', 'humbatova-2020'],
})
