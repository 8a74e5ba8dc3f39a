// BatchNorm uses other statistics at evaluation.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'batch-norm-statistics',
  kind: 'fault',
  group: 'model',
  seeds: [],
  prior: 0.03,
  rivals: ['preprocessing-mismatch', 'distribution-shift', 'overfitting'],
  leads: ['learning-rate-too-low', 'too-few-epochs'],
  remedies: [{ id: 'fix-batch-norm', change: { batch_norm_momentum: 0.1 }, safe: 'try-and-verify' }],
  settle: [
    { id: 'same-batch-both-modes', cost: 'seconds' },
    { id: 'train-in-eval-mode', cost: 'seconds' },
  ],
  literature: ['wu-2021', 'ioffe-2017'],
})
