// The lists of the check `pendulum`.

import { curve, epochsOf, examines, run, shaken, straight } from '../run.fixture.ts'
import check from './pendulum.ts'

const beat = (points: number, lag: number) =>
  shaken(
    Array.from({ length: points }, (_, i) => 1.2 + 0.6 * Math.cos((2 * Math.PI * i) / lag)),
    { noise: 0.03, seed: 211 },
  )

examines(check, {
  ill: {
    'back and forth every eleven values': {
      run: run().curve('loss', beat(99, 11), { axis: 'step' }),
      finds: 'pendulum',
      pointsTo: ['gradients-not-cleared', 'learning-rate-too-high'],
    },
    'epochs are thirty steps, the period is eleven': {
      run: run().curve('loss', beat(120, 11), { axis: 'step', epochs: epochsOf(4, 30) }),
      finds: 'pendulum',
      pointsTo: ['gradients-not-cleared'],
    },
    'a value an epoch, back and forth every nine': {
      run: run().curve('loss', beat(60, 9)),
      finds: 'pendulum',
      pointsTo: ['gradients-not-cleared'],
    },
  },
  well: {
    'noise has no period': run().curve('loss', straight(120, 0.9, 0.9, { noise: 0.12, seed: 212 }), { axis: 'step' }),
    falls: run().curve('loss', curve(80, 2.3, 0.4, { noise: 0.03, seed: 213 }), { axis: 'step' }),
    'the period is the epoch': run().curve('loss', beat(120, 12), { axis: 'step', epochs: epochsOf(10, 12) }),
    'the period is two epochs': run().curve('loss', beat(120, 24), { axis: 'step' }).fact('steps_per_epoch', 12),
  },
  outside: {
    'twenty values': { run: run().curve('loss', beat(20, 5), { axis: 'step' }), because: 'few-values' },
    'a value that is not finite': {
      run: run().curve('loss', [...beat(60, 9), Number.NaN], { axis: 'step' }),
      because: 'not-finite',
    },
  },
})
