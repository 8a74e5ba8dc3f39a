// One class outweighs the others.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'class-imbalance',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'B', 'C'],
  prior: 0.04,
  rivals: ['collapsed-output', 'learning-rate-too-high'],
  // what is learnt of the frequent classes alone does not hold where all are asked for
  leads: ['overfitting', 'distribution-shift'],
  remedies: [
    { id: 'class-weights', change: { class_weights: 'balanced' }, safe: 'try-and-verify' },
    { id: 'fitting-metric', safe: 'safe' },
  ],
  settle: [{ id: 'label-counts', cost: 'seconds' }],
  literature: ['he-2009', 'buda-2018', 'saito-2015'],
})
