// The hidden activations do not suit the depth.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'wrong-hidden-activation',
  kind: 'fault',
  group: 'model',
  seeds: ['A', 'D'],
  prior: 0.02,
  rivals: ['vanishing-gradients', 'model-too-small'],
  leads: ['vanishing-gradients', 'saturated-activations', 'learning-rate-too-low', 'too-few-epochs'],
  remedies: [{ id: 'relu-family', change: { hidden_activation: 'relu', initializer: 'he' }, safe: 'try-and-verify' }],
  settle: [
    { id: 'activation-shares', cost: 'minutes' },
    { id: 'gradient-norms', cost: 'minutes' },
  ],
  literature: ['he-2015', 'hendrycks-2016'],
})
