// The lists of the check `loss-accuracy-apart`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './loss-accuracy-apart.ts'

const turned = [...curve(8, 1.1, 0.48, { tau: 2 }), ...straight(12, 0.5, 0.93, { noise: 0.01, seed: 71 })]
const both = (loss: readonly number[], score: readonly number[]) =>
  run().curve('val_loss', loss).curve('val_accuracy', score)

examines(check, {
  ill: {
    'validation loss doubles while its accuracy gains three points': {
      run: both(turned, curve(20, 0.7, 0.87, { tau: 5 })),
      finds: 'reading/loss-accuracy-apart',
      pointsTo: ['confidence-not-correctness'],
    },
    'validation loss doubles while its accuracy stands': {
      run: both(turned, curve(20, 0.7, 0.842, { tau: 1.5 })),
      finds: 'reading/loss-accuracy-apart',
      pointsTo: ['confidence-not-correctness'],
    },
    'training loss and accuracy both fall: the penalty falls, not the error': {
      run: run()
        .curve('loss', curve(20, 6.4, 1.9))
        .curve('accuracy', straight(20, 0.71, 0.52, { noise: 0.01, seed: 72 })),
      finds: 'reading/loss-falls-accuracy-falls',
      pointsTo: ['too-much-regularization', 'outliers', 'class-imbalance'],
    },
  },
  well: {
    'both get better': both(curve(20, 1.2, 0.4), curve(20, 0.5, 0.9)),
    'both get worse: plain overfitting': both(turned, [
      ...curve(8, 0.6, 0.84, { tau: 2 }),
      ...straight(12, 0.83, 0.74),
    ]),
    'training alone, both better': run()
      .curve('loss', curve(20, 2, 0.4))
      .curve('accuracy', curve(20, 0.2, 0.9)),
    'the validation loss is level and shakes': both(
      [...curve(10, 1.2, 0.42, { tau: 2 }), ...straight(20, 0.42, 0.42, { noise: 0.05, seed: 73 })],
      curve(30, 0.6, 0.87, { tau: 3, noise: 0.004, seed: 74 }),
    ),
    'a validation loss of next to nothing doubles': both(
      [...curve(8, 1.1, 0.004, { tau: 1 }), ...straight(12, 0.004, 0.009)],
      curve(20, 0.7, 0.998, { tau: 2 }),
    ),
    'ten per cent of noise, and a steady accuracy': both(
      curve(40, 1.2, 0.42, { tau: 4, noise: 0.1, seed: 711 }),
      curve(40, 0.6, 0.87, { tau: 4 }),
    ),
  },
  outside: {
    'one validation': { run: both([0.5], [0.8]), because: 'one-value' },
    'three training epochs alone': {
      run: run().curve('loss', [1, 0.8, 0.7]).curve('accuracy', [0.6, 0.5, 0.4]),
      because: 'no-held-out-metric',
    },
  },
})
