// Gradients explode.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'exploding-gradients',
  kind: 'fault',
  group: 'model',
  seeds: ['B', 'D'],
  prior: 0.04,
  rivals: ['learning-rate-too-high', 'outliers', 'numeric-overflow'],
  leads: ['learning-rate-too-low', 'too-few-epochs'],
  remedies: [
    { id: 'clip-gradients', change: { gradient_clip: 1.0 }, safe: 'try-and-verify' },
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
    { id: 'he-init', change: { initializer: 'he' }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'gradient-norms', cost: 'minutes' }],
  literature: ['pascanu-2013', 'bengio-1994'],
})
