// The lists of the check `still-learning`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './still-learning.ts'

const slow = straight(15, 2.29, 1.22, { noise: 0.004, seed: 81 })

examines(check, {
  ill: {
    'both curves fall in a straight line to the last epoch': {
      run: run()
        .curve('loss', slow)
        .curve('val_loss', straight(15, 2.3, 1.3, { noise: 0.006, seed: 82 })),
      finds: 'reading/still-learning',
      pointsTo: ['too-few-epochs'],
    },
    'half of the answers are right when it ends': {
      run: run()
        .curve('loss', slow)
        .curve('accuracy', straight(15, 0.12, 0.54)),
      finds: 'reading/still-learning',
      pointsTo: ['too-few-epochs', 'learning-rate-too-low'],
    },
    'a power law far from its end': {
      run: run().curve(
        'loss',
        Array.from({ length: 20 }, (_, i) => Number((3.1 * (i + 1) ** -0.45).toFixed(4))),
      ),
      finds: 'reading/still-learning',
      pointsTo: ['too-few-epochs'],
    },
  },
  well: {
    'levelled off': run().curve('loss', curve(30, 2.3, 0.4, { tau: 3, noise: 0.008, seed: 83 })),
    'training falls, but validation has turned': run()
      .curve('loss', slow)
      .curve('val_loss', [...curve(6, 2.3, 1.7, { tau: 2 }), ...straight(9, 1.72, 2.2)]),
    'falls by less than its noise': run().curve('loss', straight(30, 0.52, 0.5, { noise: 0.06, seed: 84 })),
  },
  outside: { 'three values': { run: run().curve('loss', [3, 2, 1]), because: 'few-values' } },
})
