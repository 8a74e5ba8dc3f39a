// Missing or non-finite values in the data.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'missing-values',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'C'],
  prior: 0.03,
  rivals: ['numeric-overflow', 'learning-rate-too-high'],
  leads: ['numeric-overflow', 'exploding-gradients', 'learning-rate-too-high'],
  remedies: [
    { id: 'impute', change: { impute: true }, safe: 'try-and-verify' },
    { id: 'anomaly-detection', safe: 'safe' },
  ],
  settle: [
    { id: 'input-statistics', cost: 'seconds' },
    { id: 'first-nan', cost: 'minutes' },
  ],
  literature: ['rubin-1976', 'schelter-2018'],
})
