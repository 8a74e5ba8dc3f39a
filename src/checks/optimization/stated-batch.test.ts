// The lists of the check `stated-batch`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './stated-batch.ts'

const flat = run().curve('loss', straight(30, 2.2, 2.05, { noise: 0.05, seed: 261 }))
const learns = run()
  .curve('loss', curve(30, 2.3, 0.2))
  .curve('val_accuracy', curve(30, 0.3, 0.92))

examines(check, {
  ill: {
    'one example at a time, and the loss does not come down': {
      run: flat.fact('batch_size', 1),
      finds: 'small-batch',
      pointsTo: ['batch-too-small', 'learning-rate-too-high'],
    },
    'all of the examples at a time': {
      run: flat.fact('batch_size', 1000).fact('examples_train', 1000),
      finds: 'large-batch',
      pointsTo: ['batch-too-large', 'too-few-epochs'],
    },
  },
  well: {
    'thirty-two, and the loss does not come down': flat.fact('batch_size', 32).fact('examples_train', 5000),
    'one example at a time, and it learns': learns.fact('batch_size', 1),
    'all of the examples at a time, and it learns': learns.fact('batch_size', 1000).fact('examples_train', 1000),
  },
  outside: {
    'no curve': { run: run().fact('batch_size', 1), because: 'no-train-loss' },
    'the batch is not known': { run: flat, because: 'batchSizeFact' },
  },
})
