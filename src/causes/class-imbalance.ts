// One class outweighs the others.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'class-imbalance',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'B', 'C'],
  prior: 0.04,
  rivals: ['collapsed-output', 'learning-rate-too-high'],
  remedies: [
    { id: 'class-weights', change: { class_weights: 'balanced' }, safe: 'try-and-verify' },
    { id: 'fitting-metric', safe: 'safe' },
  ],
  settle: [{ id: 'label-counts', cost: 'seconds' }],
  literature: ['he-2009', 'buda-2018', 'saito-2015'],
})
