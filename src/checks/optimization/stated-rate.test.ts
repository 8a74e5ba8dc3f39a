// The lists of the check `stated-rate`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './stated-rate.ts'

const flat = run().curve('loss', straight(20, 2.31, 2.3, { noise: 0.004, seed: 271 }))
const learns = run()
  .curve('loss', curve(20, 2.3, 0.2))
  .curve('val_accuracy', curve(20, 0.3, 0.93))

examines(check, {
  ill: {
    'Adam at 0.5': {
      run: flat.fact('optimizer', 'adam').fact('learning_rate', 0.5),
      finds: 'rate-above-usual',
      pointsTo: ['learning-rate-too-high'],
    },
    'SGD at 1e-7': {
      run: flat.fact('optimizer', 'sgd').fact('learning_rate', 1e-7),
      finds: 'rate-below-usual',
      pointsTo: ['learning-rate-too-low'],
    },
    'the rate is on a curve, not stated': {
      run: flat.curve('lr', Array(20).fill(3)).fact('optimizer', 'adamw'),
      finds: 'rate-above-usual',
      pointsTo: ['learning-rate-too-high'],
    },
  },
  well: {
    'Adam at 0.001 where nothing is learnt': flat.fact('optimizer', 'adam').fact('learning_rate', 0.001),
    'SGD at 0.1': flat.fact('optimizer', 'sgd').fact('learning_rate', 0.1),
    'Adam at 0.02, and it learns': learns.fact('optimizer', 'adam').fact('learning_rate', 0.02),
    'fine-tuning at 2e-6, and it learns': learns.fact('optimizer', 'adam').fact('learning_rate', 2e-6),
  },
  outside: { 'the rate is not known': { run: flat, because: 'no-rate' } },
})
