// The model gives the same answer to every input.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'collapsed-output',
  kind: 'fault',
  group: 'model',
  seeds: ['D'],
  prior: 0.03,
  rivals: ['class-imbalance', 'learning-rate-too-high', 'misaligned-labels'],
  leads: ['learning-rate-too-low', 'too-few-epochs'],
  remedies: [
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
    { id: 'class-weights', change: { class_weights: 'balanced' }, safe: 'try-and-verify' },
  ],
  settle: [
    { id: 'label-counts', cost: 'seconds' },
    { id: 'activation-shares', cost: 'minutes' },
  ],
  literature: ['shalev-shwartz-2017', 'buda-2018'],
})
