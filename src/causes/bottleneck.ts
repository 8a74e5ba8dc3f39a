// One layer is a bottleneck.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'bottleneck',
  kind: 'fault',
  group: 'model',
  seeds: ['B'],
  prior: 0.01,
  rivals: ['model-too-small'],
  leads: ['collapsed-output', 'dead-units', 'vanishing-gradients', 'learning-rate-too-low', 'too-few-epochs'],
  remedies: [{ id: 'widen-bottleneck', safe: 'needs-a-value' }],
  settle: [{ id: 'wider-run', cost: 'one-run' }],
  literature: ['szegedy-2016'],
})
