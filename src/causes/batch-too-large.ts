// The batch is too large.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'batch-too-large',
  kind: 'fault',
  group: 'optimization',
  seeds: ['D'],
  prior: 0.02,
  rivals: ['learning-rate-too-low', 'too-few-epochs'],
  remedies: [
    { id: 'smaller-batch', change: { batch_size: 'x0.25' }, safe: 'try-and-verify' },
    { id: 'raise-rate', change: { learning_rate: 'x10' }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'longer-run', cost: 'one-run', change: { epochs: 'x3' }, shows: 'better' }],
  literature: ['keskar-2017', 'hoffer-2017', 'masters-2018'],
})
