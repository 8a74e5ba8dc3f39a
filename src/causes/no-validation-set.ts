// There is no validation curve.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'no-validation-set',
  kind: 'fault',
  group: 'data',
  seeds: ['A', 'E'],
  prior: 0.02,
  rivals: [],
  remedies: [{ id: 'hold-out', change: { validation_split: 0.2 }, safe: 'safe' }],
  settle: [{ id: 'k-fold', cost: 'some-runs' }],
  literature: ['arlot-2010', 'dwork-2015'],
})
