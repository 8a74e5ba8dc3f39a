// A deep network without normalisation.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'missing-normalization',
  kind: 'fault',
  group: 'model',
  seeds: ['B'],
  prior: 0.01,
  rivals: ['vanishing-gradients', 'learning-rate-too-low'],
  leads: ['vanishing-gradients', 'exploding-gradients', 'dead-units', 'learning-rate-too-low', 'too-few-epochs'],
  remedies: [{ id: 'add-normalization', change: { normalization: true }, safe: 'needs-a-value' }],
  settle: [{ id: 'activation-shares', cost: 'minutes' }],
  literature: ['ioffe-2015', 'ba-2016'],
})
