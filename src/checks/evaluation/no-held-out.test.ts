// The lists of the check `no-held-out`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './no-held-out.ts'

const falls = curve(20, 2.3, 0.3)

examines(check, {
  ill: {
    'twenty epochs of training loss alone': {
      run: run().curve('loss', falls),
      finds: 'no-held-out',
      pointsTo: ['no-validation-set'],
    },
    'training loss and training accuracy': {
      run: run()
        .curve('loss', falls)
        .curve('accuracy', curve(20, 0.2, 0.95)),
      finds: 'no-held-out',
      pointsTo: ['no-validation-set'],
    },
  },
  well: {
    'a validation loss': run().curve('loss', falls).curve('val_loss', falls),
    'a test accuracy after each epoch': run()
      .curve('loss', falls)
      .curve('test_accuracy', curve(20, 0.2, 0.9)),
  },
  outside: {
    'five epochs may be an excerpt': { run: run().curve('loss', falls.slice(0, 5)), because: 'excerpt' },
    'step losses may be an excerpt': { run: run().curve('loss', falls, { axis: 'step' }), because: 'excerpt' },
  },
})
