// The loss sees confidence, the accuracy only who wins.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'confidence-not-correctness',
  kind: 'benign',
  group: 'benign',
  seeds: ['B'],
  prior: 0.04,
  rivals: ['overfitting', 'label-noise'],
  remedies: [
    { id: 'calibrate', change: { temperature: 'fit' }, safe: 'safe' },
    { id: 'early-stop', change: { early_stopping: true }, safe: 'safe' },
  ],
  settle: [{ id: 'example-losses', cost: 'seconds' }],
  literature: ['guo-2017'],
})
