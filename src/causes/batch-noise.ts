// The shaking is batch noise.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'batch-noise',
  kind: 'benign',
  group: 'benign',
  seeds: ['D'],
  prior: 0.03,
  rivals: ['learning-rate-too-high', 'outliers'],
  remedies: [{ id: 'smooth', safe: 'safe' }],
  settle: [{ id: 'seeds-only', cost: 'some-runs' }],
  literature: ['bottou-2018', 'mccandlish-2018'],
})
