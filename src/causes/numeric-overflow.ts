// Numbers overflow.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'numeric-overflow',
  kind: 'fault',
  group: 'optimization',
  seeds: ['D'],
  prior: 0.04,
  rivals: ['learning-rate-too-high', 'exploding-gradients', 'missing-values'],
  leads: ['learning-rate-too-low', 'too-few-epochs'],
  remedies: [
    { id: 'stable-math', change: { precision: 'float32' }, safe: 'try-and-verify' },
    { id: 'anomaly-detection', safe: 'safe' },
    { id: 'clip-gradients', change: { gradient_clip: 1.0 }, safe: 'try-and-verify' },
  ],
  settle: [
    { id: 'first-nan', cost: 'minutes' },
    { id: 'full-precision', cost: 'one-run', change: { precision: 'float32' }, shows: 'better' },
  ],
  literature: ['micikevicius-2018', 'blanchard-2021', 'goldberg-1991'],
})
