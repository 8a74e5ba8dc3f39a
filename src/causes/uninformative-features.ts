// The features do not hold the answer.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'uninformative-features',
  kind: 'fault',
  group: 'data',
  seeds: ['A'],
  prior: 0.02,
  rivals: ['misaligned-labels', 'learning-rate-too-low'],
  remedies: [{ id: 'feature-work', safe: 'safe' }],
  settle: [
    { id: 'baselines', cost: 'minutes' },
    { id: 'importance', cost: 'minutes' },
  ],
  literature: ['domingos-2012', 'shalev-shwartz-2017'],
})
