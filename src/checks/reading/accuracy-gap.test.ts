// The lists of the check `accuracy-gap`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './accuracy-gap.ts'

const learnt = curve(20, 0.42, 0.995, { noise: 0.004, seed: 11 })
const scores = (train: readonly number[], val: readonly number[]) =>
  run().curve('accuracy', train).curve('val_accuracy', val)

examines(check, {
  ill: {
    'all of training is known, three quarters of validation': {
      run: scores(learnt, curve(20, 0.4, 0.76, { noise: 0.01, seed: 12 })),
      finds: 'accuracy-gap',
      pointsTo: ['overfitting', 'too-little-data', 'model-too-large', 'too-little-regularization'],
    },
    'in per cent': {
      run: scores([61.2, 84.9, 93.7, 97.5, 99.1], [58.8, 70.3, 71.9, 72.4, 72.0]),
      finds: 'accuracy-gap',
      pointsTo: ['overfitting'],
    },
    'a gap of thirteen points on a thousand examples is no chance': {
      run: scores(learnt, curve(20, 0.4, 0.862, { noise: 0.006, seed: 13 })).fact('examples_val', 1000),
      finds: 'accuracy-gap',
      pointsTo: ['overfitting'],
    },
  },
  well: {
    'two points apart': scores(learnt, curve(20, 0.4, 0.975, { noise: 0.004, seed: 14 })),
    'validation above training, as dropout makes it': scores(
      curve(12, 0.35, 0.88, { noise: 0.01, seed: 15 }),
      curve(12, 0.45, 0.91, { noise: 0.01, seed: 16 }),
    ),
    'both at 100 %': scores([0.97, 1, 1, 1, 1], [0.98, 1, 1, 1, 1]),
    'six points on fifty examples are within chance': scores(curve(10, 0.5, 0.96), curve(10, 0.5, 0.9)).fact(
      'examples_val',
      50,
    ),
    'neither split is learnt': scores(curve(10, 0.1, 0.41), curve(10, 0.1, 0.33)),
  },
  outside: {
    'training alone': { run: run().curve('accuracy', learnt), because: 'no-held-out-metric' },
    'no accuracy at all': { run: run().curve('loss', [1, 0.5]), because: 'accuracy' },
  },
})
