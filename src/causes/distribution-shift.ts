// Train and validation come from different places.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'distribution-shift',
  kind: 'fault',
  group: 'data',
  seeds: ['A'],
  prior: 0.03,
  rivals: ['overfitting', 'preprocessing-mismatch', 'batch-norm-statistics'],
  remedies: [{ id: 'representative-split', safe: 'needs-a-value' }],
  settle: [{ id: 'two-sample', cost: 'minutes' }],
  literature: ['moreno-torres-2012', 'rabanser-2019'],
})
