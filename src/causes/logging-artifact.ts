// The printed number is at fault, not the training.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'logging-artifact',
  kind: 'benign',
  group: 'benign',
  seeds: [],
  prior: 0.02,
  rivals: ['unshuffled-data', 'numeric-overflow'],
  remedies: [{ id: 'fix-logging', safe: 'safe' }],
  settle: [{ id: 'loss-by-hand', cost: 'seconds' }],
  literature: ['kingma-2015'],
})
