// Train and validation are prepared differently.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'preprocessing-mismatch',
  kind: 'fault',
  group: 'data',
  seeds: [],
  prior: 0.03,
  rivals: ['batch-norm-statistics', 'distribution-shift', 'overfitting'],
  // rows that were prepared otherwise are distributed otherwise, and nothing that was learnt holds on them
  leads: ['distribution-shift', 'overfitting'],
  remedies: [{ id: 'one-pipeline', safe: 'safe' }],
  settle: [
    { id: 'two-sample', cost: 'minutes' },
    { id: 'same-batch-both-modes', cost: 'seconds' },
  ],
  literature: ['breck-2017', 'humbatova-2020'],
})
