// The lists of the check `held-out-at-chance`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './held-out-at-chance.ts'

const learnt = curve(20, 0.3, 0.96)
const chance = straight(20, 0.1, 0.105, { noise: 0.03, seed: 361 })
const scores = (train: readonly number[], val: readonly number[]) =>
  run().curve('accuracy', train).curve('val_accuracy', val)

examines(check, {
  ill: {
    'training 96 %, validation a tenth of ten classes': {
      run: scores(learnt, chance).fact('classes', 10),
      finds: 'held-out-at-chance',
      pointsTo: ['batch-norm-statistics', 'preprocessing-mismatch', 'distribution-shift'],
    },
    'and the model is pretrained': {
      run: scores(learnt, chance).fact('classes', 10).fact('pretrained', true),
      finds: 'held-out-at-chance',
      pointsTo: ['batch-norm-statistics'],
    },
    'of an unknown number of classes: nothing is right': {
      run: scores(learnt, Array(20).fill(0.004)),
      finds: 'held-out-at-chance',
      pointsTo: ['preprocessing-mismatch'],
    },
  },
  well: {
    'overfitted, but far above chance': scores(learnt, curve(20, 0.3, 0.55)).fact('classes', 10),
    'neither is learnt': scores(chance, chance).fact('classes', 10),
    'two classes, 62 % of validation': scores(learnt, straight(20, 0.6, 0.62)).fact('classes', 2),
  },
  outside: {
    'training alone': { run: run().curve('accuracy', learnt), because: 'no-held-out-metric' },
    'no accuracy': { run: run().curve('loss', [1]), because: 'accuracy' },
  },
})
