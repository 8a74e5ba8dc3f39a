// The size of the loss says little by itself.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'loss-scale',
  kind: 'benign',
  group: 'benign',
  seeds: ['E'],
  prior: 0.02,
  rivals: ['unscaled-targets'],
  remedies: [{ id: 'relative-error', safe: 'safe' }],
  settle: [
    { id: 'true-vs-predicted', cost: 'seconds' },
    { id: 'baselines', cost: 'minutes' },
  ],
  literature: ['hyndman-2006', 'gneiting-2007'],
})
