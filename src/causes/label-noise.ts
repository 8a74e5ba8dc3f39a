// Part of the labels is wrong.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'label-noise',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'D'],
  prior: 0.03,
  rivals: ['overfitting', 'conflicting-labels', 'model-too-small'],
  remedies: [
    { id: 'clean-labels', safe: 'needs-a-value' },
    { id: 'robust-loss', change: { loss: 'huber' }, safe: 'try-and-verify' },
    { id: 'early-stop', change: { early_stopping: true }, safe: 'safe' },
  ],
  settle: [{ id: 'example-losses', cost: 'seconds' }],
  literature: ['frenay-2014', 'northcutt-2021', 'arpit-2017'],
})
