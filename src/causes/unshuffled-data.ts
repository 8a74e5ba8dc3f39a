// The data come in order.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'unshuffled-data',
  kind: 'fault',
  group: 'data',
  seeds: [],
  prior: 0.02,
  rivals: ['logging-artifact', 'batch-noise'],
  leads: ['collapsed-output', 'learning-rate-too-high'],
  remedies: [{ id: 'shuffle', change: { shuffle: true }, safe: 'safe' }],
  settle: [{ id: 'pair-by-hand', cost: 'seconds' }],
  literature: ['gurbuzbalaban-2015', 'bengio-2012', 'mccloskey-1989'],
})
