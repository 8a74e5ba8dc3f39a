// The lists of the check `diverging`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './diverging.ts'

const falls = curve(20, 1.9, 0.4, { noise: 0.02, seed: 41 })

examines(check, {
  ill: {
    'doubles from print to print': {
      run: run().curve('loss', [2.41, 2.2, 2.31, 2.9, 4.4, 8.7, 19.6, 61.2, 240.9, 1311.4], { axis: 'step' }),
      finds: 'reading/diverging-fast',
      pointsTo: ['learning-rate-too-high', 'exploding-gradients'],
    },
    'climbs steadily from its best': {
      run: run().curve('loss', [
        ...curve(8, 1.2, 0.5, { tau: 2 }),
        ...straight(20, 0.55, 1.6, { noise: 0.015, seed: 42 }),
      ]),
      finds: 'reading/diverging',
      pointsTo: ['learning-rate-too-high', 'exploding-gradients'],
    },
    'two values, forty times apart': {
      run: run().curve('loss', [2.18, 88.4]),
      finds: 'reading/diverging-fast',
      pointsTo: ['learning-rate-too-high'],
    },
    'boosting has no learning rate that explodes: its objective is wrong': {
      run: run()
        .curve('valid_0 binary_logloss', straight(31, 0.55, 4.1), { axis: 'step', split: 'val' })
        .fact('framework', 'lightgbm'),
      finds: 'reading/diverging',
      pointsTo: ['wrong-loss', 'class-imbalance'],
    },
  },
  well: {
    falls: run().curve('loss', falls),
    'shakes about a level': run().curve('loss', straight(60, 0.8, 0.8, { noise: 0.08, seed: 43 }), { axis: 'step' }),
    'one spike that came back': run().curve('loss', [...falls.slice(0, 12), 3.9, ...falls.slice(12)]),
    'validation rises, training falls: that is overfitting': run()
      .curve('loss', falls)
      .curve('val_loss', [...curve(8, 1.8, 0.7, { tau: 2 }), ...straight(12, 0.72, 1.4)]),
    'validation alone, half as much again': run().curve('val_loss', [
      ...curve(8, 1.8, 0.7, { tau: 2 }),
      ...straight(12, 0.72, 1.1),
    ]),
    'two values within noise': run().curve('loss', [0.61, 0.66]),
    'a loss of next to nothing doubles': run().curve('loss', [
      ...curve(12, 2.2, 0.004, { tau: 1 }),
      ...straight(15, 0.004, 0.009),
    ]),
  },
  outside: { 'one value': { run: run().curve('loss', [0.61]), because: 'one-value' } },
})
