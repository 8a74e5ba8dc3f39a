// The metric does not fit the task.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'wrong-metric',
  kind: 'fault',
  group: 'model',
  seeds: ['B'],
  prior: 0.03,
  rivals: ['class-imbalance', 'logging-artifact'],
  remedies: [{ id: 'fitting-metric', safe: 'safe' }],
  settle: [{ id: 'loss-by-hand', cost: 'seconds' }],
  literature: ['saito-2015', 'hyndman-2006'],
})
