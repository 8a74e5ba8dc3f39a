// The output is saturated.

import { defineCause } from './cause.ts'

export default defineCause({
  id: 'saturated-output',
  kind: 'fault',
  group: 'model',
  seeds: ['D'],
  prior: 0.03,
  rivals: ['learning-rate-too-high', 'output-loss-mismatch'],
  leads: ['weights-not-updated', 'vanishing-gradients', 'learning-rate-too-low', 'too-few-epochs'],
  remedies: [
    { id: 'lower-rate', change: { learning_rate: 'x0.1' }, safe: 'try-and-verify' },
    { id: 'standardize-inputs', change: { standardize_inputs: true }, safe: 'safe' },
    { id: 'pair-output-loss', change: { output_loss: 'paired' }, safe: 'safe' },
  ],
  settle: [
    { id: 'gradient-norms', cost: 'minutes' },
    { id: 'output-and-loss', cost: 'seconds' },
  ],
  literature: ['lecun-2012', 'golik-2013'],
})
