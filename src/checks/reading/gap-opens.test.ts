// The lists of the check `gap-opens`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './gap-opens.ts'

const memorised = curve(30, 1.6, 0.02, { noise: 0.02, seed: 61 })
const losses = (train: readonly number[], val: readonly number[]) => run().curve('loss', train).curve('val_loss', val)

examines(check, {
  ill: {
    'validation turns up at epoch 8 while training goes on falling': {
      run: losses(memorised, [
        ...curve(8, 1.7, 0.72, { tau: 2, noise: 0.01, seed: 62 }),
        ...straight(22, 0.75, 1.65, { noise: 0.02, seed: 63 }),
      ]),
      finds: 'reading/gap-opens',
      pointsTo: ['overfitting', 'too-little-data', 'model-too-large', 'too-little-regularization'],
    },
    'validation stays behind at a level': {
      run: losses(memorised, curve(30, 1.7, 0.55, { tau: 3, noise: 0.01, seed: 64 })),
      finds: 'reading/gap-open',
      pointsTo: ['overfitting', 'too-little-data'],
    },
    'seen on every 500th step': {
      run: run()
        .curve('train/loss', curve(100, 3.1, 0.2, { noise: 0.03, seed: 65 }), {
          axis: 'step',
          at: Array.from({ length: 100 }, (_, i) => 100 * (i + 1)),
        })
        .curve(
          'eval/loss',
          [...curve(8, 3.0, 1.4, { tau: 2 }), ...straight(12, 1.43, 2.6, { noise: 0.01, seed: 66 })],
          {
            axis: 'step',
            at: Array.from({ length: 20 }, (_, i) => 500 * (i + 1)),
          },
        ),
      finds: 'reading/gap-opens',
      pointsTo: ['overfitting'],
    },
  },
  well: {
    'one evaluation': losses([0.5], [0.9]),
    'a gap of losses, and the answers are as right': losses(curve(30, 1.6, 0.02), curve(30, 1.7, 0.05))
      .curve('accuracy', straight(30, 0.4, 0.98))
      .curve('val_accuracy', straight(30, 0.4, 0.97)),
    'an ordinary gap': losses(
      curve(30, 1.6, 0.4, { noise: 0.01, seed: 67 }),
      curve(30, 1.7, 0.46, { noise: 0.015, seed: 68 }),
    ),
    'the last validation value is high by noise': losses(curve(30, 1.6, 0.4, { noise: 0.02, seed: 69 }), [
      ...curve(29, 1.7, 0.45, { noise: 0.04, seed: 70 }),
      0.49,
    ]),
    'validation below training': losses(curve(20, 1.6, 0.5), curve(20, 1.2, 0.4)),
    'both explode: that is no gap': losses([1.5, 1.2, 1.9, 6.4, 31, 220], [1.4, 1.3, 2.2, 8.1, 44, 310]),
    'a level validation with ten per cent of noise': losses(
      curve(40, 1.6, 0.38, { noise: 0.01, seed: 611 }),
      curve(40, 1.6, 0.42, { tau: 4, noise: 0.1, seed: 612 }),
    ),
    'twice the training loss, where both are next to nothing': losses(curve(30, 1.6, 0.02), curve(30, 1.6, 0.045)),
    'a third above training': losses(curve(30, 1.6, 0.5), curve(30, 1.65, 0.66)),
  },
  outside: {
    'no validation': { run: run().curve('loss', memorised), because: 'loss' },
  },
})
