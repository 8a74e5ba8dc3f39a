// Units are dead.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'dead-units',
  kind: 'fault',
  group: 'model',
  seeds: ['D'],
  prior: 0.02,
  rivals: ['weights-not-updated', 'poor-initialization', 'learning-rate-too-high'],
  leads: ['learning-rate-too-low', 'too-few-epochs', 'collapsed-output'],
  remedies: [
    { id: 'leaky-relu', change: { hidden_activation: 'leaky_relu' }, safe: 'try-and-verify' },
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
    { id: 'he-init', change: { initializer: 'he' }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'activation-shares', cost: 'minutes' }],
  literature: ['lu-2020', 'xu-2015'],
})
