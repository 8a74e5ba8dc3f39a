// The lists of the check `splits-apart`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './splits-apart.ts'

const good = curve(10, 0.6, 0.962)

examines(check, {
  ill: {
    'validation 96 %, test 58 %': {
      run: run().curve('val_accuracy', good).curve('test_accuracy', [0.58]),
      finds: 'splits-apart',
      pointsTo: ['distribution-shift', 'preprocessing-mismatch', 'data-leakage'],
    },
    'in per cent, the test the better one': {
      run: run().curve('val_acc', [41.2, 44.9, 45.3]).curve('test_acc', [91, 93.3, 94.1]),
      finds: 'splits-apart',
      pointsTo: ['distribution-shift'],
    },
  },
  well: {
    'four points apart': run().curve('val_accuracy', good).curve('test_accuracy', [0.92]),
    'neither is good': run()
      .curve('val_accuracy', curve(10, 0.2, 0.71))
      .curve('test_accuracy', [0.41]),
  },
  outside: {
    'one held-out set': { run: run().curve('accuracy', good).curve('val_accuracy', good), because: 'one-held-out' },
    'no accuracy': { run: run().curve('loss', [1]), because: 'accuracy' },
  },
})
