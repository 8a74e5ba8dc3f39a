// The lists of the check `printed-sum`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './printed-sum.ts'

const every = (points: number, step: number) => Array.from({ length: points }, (_, i) => step * (i + 1))

examines(check, {
  ill: {
    'every second epoch is exactly 0': {
      run: run().curve('loss', [0.71, 0, 0.52, 0, 0.44, 0, 0.39, 0]),
      finds: 'epochs-of-zeros',
      pointsTo: ['logging-artifact'],
    },
    'grows in proportion to the step': {
      run: run().curve(
        'loss',
        every(15, 200).map((step, i) => 0.0081 * step + (i % 2 === 0 ? 0.004 : -0.004)),
        { axis: 'step', at: every(15, 200) },
      ),
      finds: 'sum-not-reset',
      pointsTo: ['logging-artifact'],
    },
    'the first print after a border is a twentieth of its neighbours': {
      run: run().curve('loss', [1.31, 1.29, 1.27, 1.26, 0.0628, 1.25, 1.24, 1.23], { axis: 'step' }),
      finds: 'wrong-divisor',
      pointsTo: ['logging-artifact'],
    },
  },
  well: {
    falls: run().curve('loss', curve(20, 2.3, 0.3, { noise: 0.02, seed: 321 }), { axis: 'step' }),
    'rises, but from 0.4 on': run().curve('loss', straight(15, 0.4, 1.9), { axis: 'step', at: every(15, 200) }),
    'shakes by a factor of two': run().curve('loss', [1.3, 0.7, 1.2, 0.6, 1.4, 0.8, 1.1], { axis: 'step' }),
    'ends at 0': run().curve('loss', [0.4, 0.1, 0.02, 0, 0, 0, 0]),
  },
  outside: { 'two values': { run: run().curve('loss', [1, 0]), because: 'few-values' } },
})
