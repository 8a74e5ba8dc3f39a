// Outliers in the data.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'outliers',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'B', 'C'],
  prior: 0.03,
  rivals: ['batch-noise', 'learning-rate-too-high'],
  remedies: [
    { id: 'clean-outliers', safe: 'needs-a-value' },
    { id: 'robust-loss', change: { loss: 'huber' }, safe: 'try-and-verify' },
    { id: 'clip-gradients', change: { gradient_clip: 1.0 }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'example-losses', cost: 'seconds' }],
  literature: ['huber-1964', 'barron-2019'],
})
