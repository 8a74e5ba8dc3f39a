// The batch is too small for this learning rate.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'batch-too-small',
  kind: 'fault',
  group: 'optimization',
  seeds: ['D'],
  prior: 0.02,
  rivals: ['learning-rate-too-high', 'batch-noise'],
  remedies: [
    { id: 'larger-batch', change: { batch_size: 'x4' }, safe: 'try-and-verify' },
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'lower-rate-run', cost: 'one-run', change: { learning_rate: 'x0.1' }, shows: 'better' }],
  literature: ['mccandlish-2018', 'goyal-2017'],
})
