// The lists of the check `slow-descent`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './slow-descent.ts'

const crawl = straight(25, 2.299, 2.214, { noise: 0.0003, seed: 241 })

examines(check, {
  ill: {
    'four per cent in twenty-five epochs, in a straight line': {
      run: run()
        .curve('loss', crawl)
        .curve('accuracy', straight(25, 0.1, 0.28)),
      finds: 'slow-descent',
      pointsTo: ['learning-rate-too-low', 'too-few-epochs'],
    },
    'at a rate of 1e-6': {
      run: run().curve('loss', crawl).fact('learning_rate', 1e-6).fact('optimizer', 'sgd'),
      finds: 'slow-descent',
      pointsTo: ['learning-rate-too-low'],
    },
  },
  well: {
    'fast at first, then level': run().curve('loss', curve(25, 2.3, 0.5, { noise: 0.005, seed: 242 })),
    'a straight line that comes far': run().curve('loss', straight(25, 2.3, 0.6)),
    'level with noise': run().curve('loss', straight(25, 2.3, 2.3, { noise: 0.01, seed: 243 })),
    'a slow end of a good training': run()
      .curve('loss', straight(25, 0.12, 0.1))
      .curve('val_accuracy', straight(25, 0.962, 0.967)),
    'rises slowly': run().curve('loss', straight(25, 2.2, 2.3)),
    'one per cent, within its noise': run().curve('loss', straight(25, 2.3, 2.278, { noise: 0.012, seed: 244 })),
  },
  outside: { 'three values': { run: run().curve('loss', [2.3, 2.29, 2.28]), because: 'few-values' } },
})
