// The lists of the check `validation-far-above`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './validation-far-above.ts'

const train = curve(12, 0.9, 0.12, { noise: 0.01, seed: 101 })
const losses = (one: readonly number[], other: readonly number[]) => run().curve('loss', one).curve('val_loss', other)

examines(check, {
  ill: {
    'ten times as high from the first epoch on': {
      run: losses(train, straight(12, 7.4, 6.1, { noise: 0.05, seed: 102 })),
      finds: 'reading/validation-far-above',
      pointsTo: ['batch-norm-statistics', 'preprocessing-mismatch', 'distribution-shift'],
    },
    'and the model has batch normalisation': {
      run: losses(train, straight(12, 4.2, 4.4)).fact('batch_norm', true),
      finds: 'reading/validation-far-above',
      pointsTo: ['batch-norm-statistics'],
    },
  },
  well: {
    'a gap that takes epochs to open': losses(train, [...curve(5, 0.95, 0.5, { tau: 2 }), ...straight(7, 0.52, 0.9)]),
    'a third above throughout': losses(
      train,
      train.map((one) => one * 1.33),
    ),
    'one bad evaluation among good ones': losses(train, [3.9, ...curve(11, 0.8, 0.15)]),
    'an excerpt from epoch 40 on': run()
      .curve('loss', straight(10, 0.05, 0.02), { at: Array.from({ length: 10 }, (_, i) => 40 + i) })
      .curve('val_loss', straight(10, 0.6, 0.7), { at: Array.from({ length: 10 }, (_, i) => 40 + i) }),
    'a single pair': losses([0.3], [1.2]),
  },
  outside: {
    'a likelihood below 0 has no ratio': { run: losses([-1, -2], [3, 2]), because: 'no-ratio' },
    'no validation': { run: run().curve('loss', train), because: 'loss' },
  },
})
