// The learning rate is too high.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'learning-rate-too-high',
  kind: 'fault',
  group: 'optimization',
  seeds: ['C', 'D'],
  prior: 0.1,
  rivals: ['exploding-gradients', 'unscaled-inputs', 'batch-too-small'],
  leads: [
    'dead-units',
    'exploding-gradients',
    'saturated-activations',
    'saturated-output',
    'collapsed-output',
    'numeric-overflow',
    'vanishing-gradients',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
    { id: 'warm-up', change: { warmup_steps: 500 }, safe: 'try-and-verify' },
    { id: 'clip-gradients', change: { gradient_clip: 1.0 }, safe: 'try-and-verify' },
    { id: 'range-test', change: { range_test: true }, safe: 'safe' },
  ],
  settle: [
    { id: 'lower-rate-run', cost: 'one-run', change: { learning_rate: 'x0.1' }, shows: 'better' },
    { id: 'range-test', cost: 'minutes' },
  ],
  literature: ['smith-2017', 'goyal-2017', 'bengio-2012'],
})
