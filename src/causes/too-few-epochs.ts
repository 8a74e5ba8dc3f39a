// The training ended too early.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'too-few-epochs',
  kind: 'fault',
  group: 'optimization',
  seeds: ['C', 'D'],
  prior: 0.05,
  rivals: ['learning-rate-too-low', 'batch-too-large'],
  remedies: [
    { id: 'train-longer', change: { epochs: 'x3' }, safe: 'safe' },
    { id: 'raise-rate', change: { learning_rate: 'x10' }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'longer-run', cost: 'one-run', change: { epochs: 'x3' }, shows: 'better' }],
  literature: ['hoffer-2017', 'prechelt-1998'],
})
