// Overfitting.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'overfitting',
  kind: 'fault',
  group: 'model',
  seeds: ['A', 'D'],
  prior: 0.12,
  rivals: ['too-little-data', 'model-too-large', 'too-little-regularization', 'distribution-shift'],
  family: 'overfitting',
  remedies: [
    { id: 'early-stop', change: { early_stopping: true }, safe: 'safe' },
    { id: 'weight-decay-up', change: { weight_decay: 0.01 }, safe: 'try-and-verify' },
    { id: 'dropout-up', change: { dropout: 0.3 }, safe: 'try-and-verify' },
    { id: 'augment', change: { input_noise: 0.1 }, safe: 'try-and-verify' },
    { id: 'smaller-model', change: { width: 'x0.5' }, safe: 'try-and-verify' },
  ],
  settle: [
    { id: 'k-fold', cost: 'some-runs' },
    { id: 'shuffled-labels', cost: 'one-run', change: { shuffled_labels: true }, shows: 'learns' },
    { id: 'subset-curve', cost: 'some-runs' },
  ],
  literature: ['zhang-2017', 'hinton-2012', 'prechelt-1998'],
})
