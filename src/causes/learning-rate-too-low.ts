// The learning rate is too low.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'learning-rate-too-low',
  kind: 'fault',
  group: 'optimization',
  seeds: ['C', 'D'],
  prior: 0.04,
  rivals: ['too-few-epochs', 'vanishing-gradients', 'model-too-small'],
  remedies: [
    { id: 'raise-rate', change: { learning_rate: 'x10' }, safe: 'try-and-verify' },
    { id: 'momentum', change: { momentum: 0.9 }, safe: 'try-and-verify' },
    { id: 'rate-schedule', change: { schedule: 'cosine' }, safe: 'try-and-verify' },
  ],
  settle: [
    { id: 'range-test', cost: 'minutes' },
    { id: 'longer-run', cost: 'one-run', change: { epochs: 'x3' }, shows: 'better' },
  ],
  literature: ['smith-2017', 'bengio-2012', 'loshchilov-2017'],
})
