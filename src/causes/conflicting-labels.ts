// Identical inputs carry different labels.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'conflicting-labels',
  kind: 'fault',
  group: 'data',
  seeds: ['B'],
  prior: 0.02,
  rivals: ['label-noise', 'model-too-small'],
  remedies: [{ id: 'relabel', safe: 'needs-a-value' }],
  settle: [{ id: 'example-losses', cost: 'seconds' }],
  literature: ['dawid-1979', 'northcutt-errors-2021'],
})
