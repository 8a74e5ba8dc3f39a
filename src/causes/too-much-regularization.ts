// Too much regularisation.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'too-much-regularization',
  kind: 'fault',
  group: 'optimization',
  seeds: ['B', 'D'],
  prior: 0.03,
  rivals: ['model-too-small', 'learning-rate-too-low'],
  leads: [
    'dead-units',
    'vanishing-gradients',
    'collapsed-output',
    'model-too-small',
    'learning-rate-too-high',
    'learning-rate-too-low',
    'too-few-epochs',
  ],
  remedies: [{ id: 'less-regularization', change: { weight_decay: 'x0.1', dropout: 'x0.5' }, safe: 'try-and-verify' }],
  settle: [
    { id: 'penalty-apart', cost: 'one-run', change: { weight_decay: 0, dropout: 0 }, shows: 'better' },
    { id: 'train-in-eval-mode', cost: 'seconds' },
  ],
  literature: ['hinton-2012', 'loshchilov-2019'],
})
