// The optimizer began anew at the resume.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'lost-optimizer-state',
  kind: 'fault',
  group: 'optimization',
  seeds: [],
  prior: 0.01,
  rivals: ['learning-rate-too-high'],
  leads: ['learning-rate-too-high', 'exploding-gradients'],
  remedies: [{ id: 'save-optimizer', safe: 'safe' }],
  settle: [{ id: 'seeds-only', cost: 'some-runs' }],
  literature: ['rojas-2020', 'kingma-2015'],
})
