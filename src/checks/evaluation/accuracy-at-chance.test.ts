// The lists of the check `accuracy-at-chance`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './accuracy-at-chance.ts'

const ten = run().fact('classes', 10)

examines(check, {
  ill: {
    'a tenth of ten classes after fifteen epochs': {
      run: ten.curve('val_accuracy', straight(15, 0.099, 0.102, { noise: 0.02, seed: 351 })),
      finds: 'accuracy-at-chance',
      pointsTo: ['learning-rate-too-high', 'misaligned-labels', 'collapsed-output'],
    },
    'half of two classes, in per cent': {
      run: run().fact('classes', 2).curve('acc', [49.8, 50.3, 50.1, 49.9]),
      finds: 'accuracy-at-chance',
      pointsTo: ['misaligned-labels', 'poor-initialization'],
    },
  },
  well: {
    'twice chance, and rising': ten.curve('val_accuracy', curve(15, 0.11, 0.24)),
    'begins at chance and is learnt': ten.curve('val_accuracy', curve(15, 0.1, 0.9)),
    'three quarters of two classes': run()
      .fact('classes', 2)
      .curve('accuracy', curve(10, 0.5, 0.76)),
  },
  outside: {
    'the loss is logged and judged by itself': {
      run: ten.curve('loss', [2.3]).curve('accuracy', [0.1]),
      because: 'loss-judged',
    },
    'the number of classes is not known': { run: run().curve('accuracy', [0.1, 0.1]), because: 'classes-unknown' },
    'no accuracy': { run: ten.curve('val_auc', [0.5]), because: 'accuracy' },
  },
})
