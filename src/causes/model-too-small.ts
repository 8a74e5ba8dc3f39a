// The model is too small.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'model-too-small',
  kind: 'fault',
  group: 'model',
  seeds: ['A', 'D'],
  prior: 0.03,
  rivals: ['learning-rate-too-low', 'too-much-regularization', 'uninformative-features'],
  remedies: [{ id: 'larger-model', change: { width: 'x4' }, safe: 'try-and-verify' }],
  settle: [
    { id: 'overfit-one-batch', cost: 'minutes', change: { overfit_one_batch: true }, shows: 'stuck' },
    { id: 'wider-run', cost: 'one-run' },
  ],
  literature: ['geman-1992', 'arpit-2017'],
})
