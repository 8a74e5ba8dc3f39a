// The lists of the check `bottleneck`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './bottleneck.ts'

const stuck = [2.31, 2.12, 1.98, 1.93, ...straight(20, 1.91, 1.91, { noise: 0.004, seed: 21 })]

examines(check, {
  ill: {
    'falls a little and then stands far above what is reachable': {
      run: run()
        .curve('loss', stuck)
        .curve('accuracy', curve(24, 0.12, 0.31, { noise: 0.01, seed: 22 })),
      finds: 'reading/bottleneck',
      pointsTo: ['model-too-small', 'learning-rate-too-high', 'learning-rate-too-low'],
    },
    'validation stands still with it': {
      run: run()
        .curve('loss', stuck)
        .curve('val_loss', straight(24, 1.95, 1.94, { noise: 0.005, seed: 23 })),
      finds: 'reading/bottleneck',
      pointsTo: ['model-too-small', 'batch-too-large'],
    },
    'never falls at all': {
      run: run().curve('loss', straight(25, 1.1, 1.1, { noise: 0.006, seed: 24 })),
      finds: 'reading/never-fell',
      pointsTo: ['learning-rate-too-high', 'misaligned-labels', 'poor-initialization', 'vanishing-gradients'],
    },
  },
  well: {
    'falls all the way': run().curve('loss', straight(20, 2.3, 0.9, { noise: 0.01, seed: 25 })),
    'falls ever more slowly, but falls': run().curve(
      'loss',
      Array.from({ length: 30 }, (_, i) => Number((2.2 * (i + 1) ** -0.4).toFixed(4))),
    ),
    'converged: nearly all answers are right': run()
      .curve('loss', curve(30, 2.2, 0.03, { tau: 3, noise: 0.03, seed: 26 }))
      .curve('accuracy', curve(30, 0.3, 0.992, { tau: 3 })),
  },
  outside: { 'four values': { run: run().curve('loss', [0.7, 0.69, 0.69, 0.69]), because: 'few-values' } },
})
