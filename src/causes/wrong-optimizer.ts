// The optimizer does not suit the problem.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'wrong-optimizer',
  kind: 'fault',
  group: 'optimization',
  seeds: ['A'],
  prior: 0.01,
  rivals: ['learning-rate-too-low', 'unscaled-inputs'],
  remedies: [
    { id: 'adam', change: { optimizer: 'adam' }, safe: 'try-and-verify' },
    { id: 'momentum', change: { momentum: 0.9 }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'other-optimizer', cost: 'one-run', change: { optimizer: 'adam' }, shows: 'better' }],
  literature: ['kingma-2015', 'schmidt-2021'],
})
