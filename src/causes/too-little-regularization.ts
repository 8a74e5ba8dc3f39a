// Too little regularisation.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'too-little-regularization',
  kind: 'fault',
  group: 'optimization',
  seeds: ['A', 'D'],
  prior: 0.05,
  rivals: ['overfitting', 'too-little-data'],
  family: 'overfitting',
  remedies: [
    { id: 'weight-decay-up', change: { weight_decay: 0.01 }, safe: 'try-and-verify' },
    { id: 'dropout-up', change: { dropout: 0.3 }, safe: 'try-and-verify' },
    { id: 'augment', change: { input_noise: 0.1 }, safe: 'try-and-verify' },
  ],
  settle: [{ id: 'k-fold', cost: 'some-runs' }],
  literature: ['loshchilov-2019', 'hinton-2012', 'shorten-2019'],
})
