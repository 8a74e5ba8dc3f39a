// The model is larger than the data allow.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'model-too-large',
  kind: 'fault',
  group: 'model',
  seeds: ['A', 'C'],
  prior: 0.05,
  rivals: ['overfitting', 'too-little-data'],
  family: 'overfitting',
  remedies: [
    { id: 'smaller-model', change: { width: 'x0.5' }, safe: 'try-and-verify' },
    { id: 'weight-decay-up', change: { weight_decay: 0.01 }, safe: 'try-and-verify' },
  ],
  settle: [
    { id: 'baselines', cost: 'minutes' },
    { id: 'shuffled-labels', cost: 'one-run', change: { shuffled_labels: true }, shows: 'learns' },
  ],
  literature: ['geman-1992', 'belkin-2019'],
})
