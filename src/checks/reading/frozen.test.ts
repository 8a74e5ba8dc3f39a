// The lists of the check `frozen`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './frozen.ts'

examines(check, {
  ill: {
    'the same four digits in every epoch': {
      run: run().curve('loss', Array(12).fill(1.7918)).curve('accuracy', Array(12).fill(0.1667)),
      finds: 'reading/frozen',
      pointsTo: ['weights-not-updated', 'dead-units', 'output-loss-mismatch'],
    },
    'constant but for the last digit of a float32': {
      run: run().curve('loss', [4.2511654, 4.2511659, 4.2511649, 4.2511654, 4.2511663, 4.2511649, 4.2511654]),
      finds: 'reading/frozen',
      pointsTo: ['weights-not-updated', 'dead-units'],
    },
    'died in epoch 4': {
      run: run().curve('loss', [1.92, 1.44, 1.31, ...Array(9).fill(2.3027)]),
      finds: 'reading/frozen',
      pointsTo: ['dead-units', 'learning-rate-too-high', 'saturated-output'],
    },
  },
  well: {
    'moves in the last digit, steadily': run().curve('loss', straight(14, 0.6929, 0.6918)),
    falls: run().curve('loss', curve(12, 2.3, 0.4)),
    'two equal prints at the end': run().curve('loss', [1.2, 0.8, 0.61, 0.52, 0.48, 0.48]),
    'exactly 0 is another question': run().curve('loss', Array(10).fill(0)),
    'one value that repeats between others': run().curve('loss', [0.7, 0.5, 0.7, 0.5, 0.7, 0.5, 0.7, 0.5]),
    'converged, and printed with two digits': run()
      .curve('loss', [0.91, 0.34, 0.18, 0.12, 0.09, 0.08, 0.08, 0.08, 0.08, 0.08, 0.08, 0.08])
      .curve('accuracy', [0.7, 0.9, 0.94, 0.96, 0.97, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98, 0.98]),
  },
  outside: { 'two values': { run: run().curve('loss', [0.5, 0.5]), because: 'few-values' } },
})
