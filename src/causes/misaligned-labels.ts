// Inputs and labels do not belong together.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'misaligned-labels',
  kind: 'fault',
  group: 'data',
  seeds: ['D'],
  prior: 0.02,
  rivals: ['uninformative-features', 'poor-initialization', 'learning-rate-too-high'],
  remedies: [{ id: 'realign', safe: 'safe' }],
  settle: [
    { id: 'pair-by-hand', cost: 'seconds' },
    { id: 'overfit-one-batch', cost: 'minutes', change: { overfit_one_batch: true }, shows: 'learns' },
    { id: 'baselines', cost: 'minutes' },
  ],
  literature: ['zhang-2017', 'humbatova-2020'],
})
