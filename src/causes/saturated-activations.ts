// Hidden units are saturated.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'saturated-activations',
  kind: 'fault',
  group: 'model',
  seeds: ['D'],
  prior: 0.02,
  rivals: ['vanishing-gradients', 'poor-initialization'],
  leads: ['learning-rate-too-low', 'too-few-epochs', 'collapsed-output'],
  remedies: [
    { id: 'he-init', change: { initializer: 'he' }, safe: 'try-and-verify' },
    { id: 'add-normalization', change: { normalization: true }, safe: 'needs-a-value' },
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'activation-shares', cost: 'minutes' }],
  literature: ['lecun-2012', 'ioffe-2015'],
})
