// The lists of the check `rare-class-missed`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './rare-class-missed.ts'

examines(check, {
  ill: {
    '95 % are right, and the recall is 2 %': {
      run: run().curve('val_accuracy', Array(8).fill(0.951)).curve('val_recall', Array(8).fill(0.02)),
      finds: 'rare-class-missed',
      pointsTo: ['class-imbalance', 'collapsed-output'],
    },
    'the largest class is known to hold 97 %': {
      run: run().curve('f1', [0, 0, 0.01, 0]).fact('majority_share', 0.97),
      finds: 'rare-class-missed',
      pointsTo: ['class-imbalance'],
    },
  },
  well: {
    'recall follows accuracy': run()
      .curve('val_accuracy', curve(8, 0.7, 0.93))
      .curve('val_recall', curve(8, 0.6, 0.9)),
    'neither is learnt': run()
      .curve('val_accuracy', curve(8, 0.1, 0.3))
      .curve('val_f1', curve(8, 0.01, 0.1)),
    'nothing is known to compare with': run().curve('val_recall', Array(8).fill(0.02)),
    'the recall is low in the first epoch only': run()
      .curve('val_accuracy', curve(10, 0.8, 0.95))
      .curve('val_recall', [0.06, 0.41, 0.66, 0.74, 0.8, 0.83, 0.85, 0.86, 0.87, 0.87]),
  },
  outside: { 'no recall or F1': { run: run().curve('val_auc', [0.5, 0.6]), because: 'no-class-metric' } },
})
