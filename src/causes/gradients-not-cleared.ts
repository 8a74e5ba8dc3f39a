// Gradients are not cleared between steps.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'gradients-not-cleared',
  kind: 'fault',
  group: 'model',
  seeds: [],
  prior: 0.01,
  rivals: ['learning-rate-too-high', 'unshuffled-data'],
  leads: ['learning-rate-too-high', 'exploding-gradients', 'numeric-overflow', 'dead-units', 'saturated-activations'],
  remedies: [{ id: 'zero-grad', change: { zero_grad: true }, safe: 'safe' }],
  settle: [{ id: 'gradient-norms', cost: 'minutes' }],
  literature: ['humbatova-2020'],
})
