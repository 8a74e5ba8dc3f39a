// Gradients vanish on the way to the first layers.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'vanishing-gradients',
  kind: 'fault',
  group: 'model',
  seeds: ['D'],
  prior: 0.03,
  rivals: ['learning-rate-too-low', 'poor-initialization', 'wrong-hidden-activation'],
  leads: ['dead-units', 'collapsed-output', 'learning-rate-too-low', 'too-few-epochs'],
  remedies: [
    { id: 'relu-family', change: { hidden_activation: 'relu', initializer: 'he' }, safe: 'try-and-verify' },
    { id: 'he-init', change: { initializer: 'he' }, safe: 'try-and-verify' },
    { id: 'residuals', safe: 'needs-a-value' },
    { id: 'add-normalization', change: { normalization: true }, safe: 'needs-a-value' },
  ],
  settle: [{ id: 'gradient-norms', cost: 'minutes' }],
  literature: ['bengio-1994', 'hochreiter-1998', 'he-2016'],
})
