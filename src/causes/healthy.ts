// Nothing is wrong.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'healthy',
  kind: 'benign',
  group: 'benign',
  seeds: ['D'],
  prior: 0.1,
  rivals: ['too-few-epochs'],
  remedies: [{ id: 'keep', safe: 'safe' }],
  settle: [{ id: 'seeds-only', cost: 'some-runs' }],
  literature: ['viering-2023', 'bottou-2018'],
})
