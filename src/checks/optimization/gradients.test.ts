// The lists of the check `gradients`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './gradients.ts'

const step = { axis: 'step' } as const
const falls = curve(40, 2.4, 0.6, { noise: 0.03, seed: 171 })
const level = straight(40, 1.4, 1.2, { noise: 0.2, seed: 172 })
const norms = (loss: readonly number[], norm: readonly number[]) =>
  run().curve('loss', loss, step).curve('grad_norm', norm, step)

examines(check, {
  ill: {
    'not a number from step 31 on': {
      run: norms(
        falls,
        level.map((one, i) => (i < 30 ? one : Number.NaN)),
      ),
      finds: 'gradient-non-finite',
      pointsTo: ['numeric-overflow', 'exploding-gradients'],
    },
    'nothing but zeros': {
      run: norms(straight(40, 2.3, 2.3), Array(40).fill(0)),
      finds: 'gradient-zero',
      pointsTo: ['vanishing-gradients', 'dead-units', 'weights-not-updated'],
    },
    'grows a thousandfold while the loss rises': {
      run: norms(
        straight(40, 1, 9),
        Array.from({ length: 40 }, (_, i) => 0.8 * 1.2 ** i),
      ),
      finds: 'gradient-grows',
      pointsTo: ['exploding-gradients', 'learning-rate-too-high'],
    },
    'jumps once to forty times its usual size': {
      run: norms(
        falls,
        level.map((one, i) => (i === 25 ? 55 : one)),
      ),
      finds: 'gradient-jumps',
      pointsTo: ['exploding-gradients', 'outliers'],
    },
  },
  well: {
    'level, as batches shake it': norms(falls, level),
    'falls with the loss': norms(falls, curve(40, 6, 1.1, { noise: 0.1, seed: 173 })),
    'small at convergence is no fault': norms(curve(40, 2, 0.001), curve(40, 0.02, 0.004)),
  },
  outside: {
    'zero in warm-up, where the rate is still 0': {
      run: norms([2.3, 2.3, 2.3], [0, 0, 0]).curve('lr', [0, 0, 0], step),
      because: 'rate-zero',
    },
    'no norm is logged': { run: run().curve('loss', falls, step), because: 'gradientNorm' },
  },
})
