// The lists of the check `validation-below-train`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './validation-below-train.ts'

const train = curve(10, 0.031, 0.017, { tau: 4 })
const losses = (one: readonly number[], other: readonly number[]) => run().curve('loss', one).curve('val_loss', other)

examines(check, {
  ill: {
    'a fifth below from the first epoch to the last': {
      run: losses(
        train,
        train.map((one) => one * 0.8),
      ),
      finds: 'reading/validation-below-train',
      pointsTo: ['evaluation-asymmetry', 'easy-validation-set', 'data-leakage'],
    },
    'and training runs with dropout': {
      run: losses(curve(20, 1.4, 0.52), curve(20, 1.1, 0.4)).fact('dropout', 0.5),
      finds: 'reading/validation-below-train-dropout',
      pointsTo: ['evaluation-asymmetry'],
    },
    'the model summary shows the dropout': {
      run: losses(curve(20, 1.4, 0.52), curve(20, 1.1, 0.4)).layers({ name: 'dropout_1', kind: 'Dropout' }),
      finds: 'reading/validation-below-train-dropout',
      pointsTo: ['evaluation-asymmetry'],
    },
    'less than half, for thirty epochs': {
      run: losses(curve(30, 1.4, 0.6), curve(30, 0.6, 0.22)),
      finds: 'reading/validation-below-train',
      pointsTo: ['easy-validation-set', 'data-leakage'],
    },
  },
  well: {
    'above, as usual': losses(curve(15, 1.4, 0.4), curve(15, 1.45, 0.5)),
    'below and above by noise': losses(
      curve(20, 1.4, 0.5, { noise: 0.02, seed: 91 }),
      curve(20, 1.4, 0.5, { noise: 0.02, seed: 92 }),
    ),
    'below only in the first two epochs, where the mean lags': losses(
      [1.6, 0.9, 0.62, 0.5, 0.42, 0.37, 0.33, 0.3],
      [1.1, 0.81, 0.64, 0.55, 0.5, 0.47, 0.46, 0.45],
    ),
  },
  outside: {
    'a likelihood below 0 has no ratio': { run: losses([-1, -2, -3], [-1.5, -2.5, -3.5]), because: 'no-ratio' },
    'no validation': { run: run().curve('loss', train), because: 'loss' },
  },
})
