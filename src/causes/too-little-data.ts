// Too little data for this model.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'too-little-data',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'C', 'D'],
  prior: 0.06,
  rivals: ['overfitting', 'model-too-large'],
  family: 'overfitting',
  remedies: [
    { id: 'augment', change: { input_noise: 0.1 }, safe: 'try-and-verify' },
    { id: 'more-data', change: { examples: 'x4' }, safe: 'try-and-verify' },
    { id: 'pretrained', safe: 'needs-a-value' },
    { id: 'cross-validate', change: { folds: 5 }, safe: 'safe' },
  ],
  settle: [{ id: 'subset-curve', cost: 'some-runs' }],
  literature: ['hestness-2017', 'yosinski-2014', 'shorten-2019'],
})
