// The lists of the check `loss-beside-accuracy`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './loss-beside-accuracy.ts'

const losses = (train: readonly number[], val: readonly number[]) => run().curve('loss', train).curve('val_loss', val)
const summed = curve(12, 230, 41)
const fair = curve(12, 2.3, 0.42)
const score = curve(12, 0.2, 0.86)

examines(check, {
  ill: {
    'a hundred times the validation loss at the same accuracy: a sum, not a mean': {
      run: losses(summed, fair).curve('accuracy', score).curve('val_accuracy', score),
      finds: 'loss-beside-accuracy',
      pointsTo: ['logging-artifact'],
    },
    'a hundred times the validation loss, no accuracy of training': {
      run: losses(summed, fair).curve('val_accuracy', score),
      finds: 'loss-beside-accuracy',
      pointsTo: ['logging-artifact'],
    },
  },
  well: {
    'one and a half times, by dropout': losses(curve(12, 2.4, 0.66), fair)
      .curve('accuracy', curve(12, 0.2, 0.79))
      .curve('val_accuracy', score),
    'validation is the higher one': losses(fair, curve(12, 2.3, 3.9))
      .curve('accuracy', score)
      .curve('val_accuracy', score),
    'strong augmentation makes training hard': losses(curve(12, 9, 3.4), fair)
      .curve('accuracy', curve(12, 0.1, 0.3))
      .curve('val_accuracy', score)
      .fact('augmentation', true),
  },
  outside: {
    'no validation loss': { run: run().curve('loss', fair).curve('accuracy', score), because: 'no-held-out-loss' },
    'no accuracy': { run: losses(summed, fair), because: 'accuracy' },
  },
})
