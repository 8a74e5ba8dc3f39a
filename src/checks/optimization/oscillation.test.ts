// The lists of the check `oscillation`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './oscillation.ts'

const swings = [0.92, 0.41, 1.18, 0.38, 0.77, 0.35, 1.31, 0.52, 0.94, 0.33, 0.88, 0.47, 1.22, 0.39, 0.81]

examines(check, {
  ill: {
    'half its level up and down': {
      run: run().curve('loss', swings),
      finds: 'oscillation',
      pointsTo: ['learning-rate-too-high', 'gradients-not-cleared', 'batch-too-small'],
    },
    'with batches of two': {
      run: run().curve('loss', swings).fact('batch_size', 2),
      finds: 'oscillation',
      pointsTo: ['batch-too-small'],
    },
    'the training accuracy swings with it': {
      run: run()
        .curve('loss', straight(16, 0.5, 0.45, { noise: 0.02, seed: 191 }))
        .curve('accuracy', [0.8, 0.55, 0.81, 0.6, 0.85, 0.5, 0.79, 0.62, 0.83, 0.52, 0.84, 0.6, 0.8, 0.57, 0.86, 0.55]),
      finds: 'oscillation',
      pointsTo: ['learning-rate-too-high'],
    },
  },
  well: {
    'falls with four per cent of noise': run().curve('loss', curve(20, 1.9, 0.4, { noise: 0.04, seed: 192 })),
    'converged: large swings of almost nothing': run().curve(
      'loss',
      [0.08, 0.009, 0.0011, 0.0004, 0.0007, 0.0003, 0.0006, 0.0002, 0.0005, 0.0003],
    ),
    'a step schedule': run().curve('loss', [1.9, 1.1, 0.84, 0.8, 0.79, 0.79, 0.52, 0.49, 0.48, 0.48, 0.44, 0.43]),
    'the training accuracy shakes by a point and a half': run()
      .curve('loss', curve(20, 1.9, 0.4, { noise: 0.03, seed: 193 }))
      .curve('accuracy', curve(20, 0.4, 0.88, { noise: 0.018, seed: 194 })),
  },
  outside: {
    'step losses': { run: run().curve('loss', swings, { axis: 'step' }), because: 'no-epoch-curve' },
    'four epochs': { run: run().curve('loss', swings.slice(0, 4)), because: 'few-values' },
  },
})
