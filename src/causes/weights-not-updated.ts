// The weights are not updated.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'weights-not-updated',
  kind: 'fault',
  group: 'model',
  seeds: [],
  prior: 0.03,
  rivals: ['dead-units', 'learning-rate-too-low', 'saturated-output'],
  leads: [
    'vanishing-gradients',
    'learning-rate-too-low',
    'dead-units',
    'model-too-small',
    'wrong-hidden-activation',
    'too-few-epochs',
  ],
  remedies: [{ id: 'pass-parameters', change: { all_parameters: true }, safe: 'safe' }],
  settle: [{ id: 'weight-change', cost: 'seconds' }],
  literature: ['humbatova-2020'],
})
