// The lists of the check `non-finite`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './non-finite.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const after = (values: readonly number[]) => [...values, nan, nan, nan]

examines(check, {
  ill: {
    'from the first value on': {
      run: run().curve('loss', [nan, nan, nan]),
      finds: 'non-finite-start',
      pointsTo: ['numeric-overflow', 'missing-values', 'learning-rate-too-high', 'unscaled-inputs'],
    },
    'from the first value on, with targets in the thousands': {
      run: run().curve('loss', [nan, nan]).fact('target_range', [0, 81_000]),
      finds: 'non-finite-start',
      pointsTo: ['unscaled-targets'],
    },
    'after a climb': {
      run: run().curve('loss', after([1.1, 0.9, 1.3, 4.8, 39, 8.1e3]), { axis: 'step' }),
      finds: 'non-finite-rise',
      pointsTo: ['learning-rate-too-high', 'exploding-gradients'],
    },
    'out of healthy steps, in half precision': {
      run: run()
        .curve('loss', after(curve(30, 2.4, 0.9, { noise: 0.02, seed: 181 })))
        .fact('precision', 'fp16'),
      finds: 'non-finite-sudden',
      pointsTo: ['numeric-overflow', 'learning-rate-too-high', 'missing-values'],
    },
    'infinite, once': {
      run: run().curve('loss', [2.4, 2.1, inf, 2, 1.9], { axis: 'step' }),
      finds: 'non-finite-sudden',
      pointsTo: ['numeric-overflow'],
    },
    'on the validation data alone': {
      run: run()
        .curve('loss', curve(6, 1, 0.4))
        .curve('val_loss', [0.9, 0.8, nan, nan, nan, nan]),
      finds: 'non-finite-sudden',
      pointsTo: ['numeric-overflow', 'missing-values', 'labels-out-of-range'],
    },
    'the record begins in the middle': {
      run: run().curve('loss', [nan, nan], { at: [37, 38] }),
      finds: 'non-finite-start',
      pointsTo: ['learning-rate-too-high', 'numeric-overflow'],
    },
  },
  well: {
    'finite, and falls': run().curve('loss', curve(30, 2.4, 0.9)),
    'finite, and enormous': run().curve('loss', [3.1, 40, 9.9e12, 3.1e30]),
    'an accuracy may be undefined': run().curve('loss', [1, 0.9]).curve('val_accuracy', [nan, nan]),
  },
  outside: { 'no loss': { run: run().curve('accuracy', [nan]), because: 'loss' } },
})
