// The lists of the check `shaking`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './shaking.ts'

const step = { axis: 'step' } as const

examines(check, {
  ill: {
    'ten per cent about a level': {
      run: run().curve('loss', straight(60, 0.85, 0.85, { noise: 0.1, seed: 231 }), step),
      finds: 'shaking',
      pointsTo: ['batch-noise'],
    },
    'ten per cent, and the trend falls': {
      run: run().curve('loss', curve(80, 2.3, 0.6, { tau: 25, noise: 0.1, seed: 232 }), step),
      finds: 'shaking-but-falling',
      pointsTo: ['batch-noise', 'healthy'],
    },
  },
  well: {
    smooth: run().curve('loss', curve(60, 2.3, 0.6, { noise: 0.004, seed: 233 }), step),
    'by more than its level': run().curve('loss', straight(300, 0.85, 0.85, { noise: 0.9, seed: 234 }), step),
  },
  outside: {
    'a value an epoch': {
      run: run().curve('loss', straight(60, 0.85, 0.85, { noise: 0.1, seed: 235 })),
      because: 'no-step-curve',
    },
    'ten steps': { run: run().curve('loss', curve(10, 2, 1), step), because: 'no-step-curve' },
    'a value that is not finite': {
      run: run().curve('loss', [...curve(30, 2, 1), Number.NaN], step),
      because: 'not-finite',
    },
  },
})
