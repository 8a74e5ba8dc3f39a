// The lists of the check `too-good`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './too-good.ts'

examines(check, {
  ill: {
    'every validation answer is right from the first epoch on': {
      run: run().curve('accuracy', [0.91, 0.99, 1, 1, 1]).curve('val_accuracy', [1, 1, 1, 1, 1]),
      finds: 'too-good',
      pointsTo: ['data-leakage', 'single-class', 'easy-validation-set'],
    },
    'an area under the curve of 1 in every round': {
      run: run().curve("valid_0's auc", Array(30).fill(1), { axis: 'step' }),
      finds: 'too-good',
      pointsTo: ['data-leakage'],
    },
    'in per cent': {
      run: run().curve('val_acc', [99.98, 100, 100, 100, 100]),
      finds: 'too-good',
      pointsTo: ['data-leakage'],
    },
  },
  well: {
    'very good, not perfect': run().curve('val_accuracy', curve(10, 0.9, 0.994)),
    'perfect after ten epochs of learning': run().curve(
      'val_accuracy',
      [0.5, 0.62, 0.74, 0.83, 0.9, 0.94, 0.97, 0.99, 0.995, 1, 1, 1],
    ),
    'perfect once, by luck': run().curve('val_accuracy', [1, 0.94, 0.95, 0.94, 0.95, 0.96]),
    'perfect on the training data alone': run()
      .curve('accuracy', [1, 1, 1, 1])
      .curve('val_accuracy', [0.8, 0.8, 0.8, 0.8]),
  },
  outside: {
    'nothing held out': { run: run().curve('accuracy', [1, 1, 1]), because: 'no-held-out-metric' },
  },
})
