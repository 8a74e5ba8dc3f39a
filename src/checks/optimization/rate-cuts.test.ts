// The lists of the check `rate-cuts`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './rate-cuts.ts'

const rates = [...Array(12).fill(0.1), ...Array(12).fill(0.01)]
const stairs = [...curve(12, 2.2, 0.82, { tau: 2, noise: 0.005, seed: 221 }), ...curve(12, 0.55, 0.5, { tau: 2 })]
const rough = [1.9, 0.8, 2.4, 0.9, 1.8, 0.7, 2.2, 0.8, 2.5, 0.9, 2.1, 1.4]

examines(check, {
  ill: {
    'a schedule at work: level, then a step down at the cut': {
      run: run().curve('loss', stairs).curve('lr', rates),
      finds: 'rate-cuts',
      pointsTo: ['healthy'],
    },
    'the loss swung until the rate was cut': {
      run: run()
        .curve('loss', [...rough, ...curve(12, 0.42, 0.3)])
        .curve('lr', rates),
      finds: 'rate-cut-cures',
      pointsTo: ['learning-rate-too-high'],
    },
    'the loss rose until the rate was cut': {
      run: run()
        .curve('loss', [...straight(12, 0.9, 1.7), ...curve(12, 0.8, 0.5)])
        .curve('lr', rates),
      finds: 'rate-cut-cures',
      pointsTo: ['learning-rate-too-high'],
    },
  },
  well: {
    'the cut changes nothing': run()
      .curve('loss', straight(24, 0.8, 0.8, { noise: 0.01, seed: 222 }))
      .curve('lr', rates),
    'the loss rises after the cut': run()
      .curve('loss', straight(24, 0.8, 1.4))
      .curve('lr', rates),
  },
  outside: {
    'a cosine is no cut': {
      run: run()
        .curve('loss', stairs)
        .curve(
          'lr',
          Array.from({ length: 24 }, (_, i) => 0.05 * (1.2 + Math.cos((Math.PI * i) / 24))),
        ),
      because: 'no-cut',
    },
    'the rate is not logged': { run: run().curve('loss', stairs), because: 'learningRate' },
    'four epochs': {
      run: run().curve('loss', [1, 0.9, 0.4, 0.3]).curve('lr', [1, 1, 0.1, 0.1]),
      because: 'few-values',
    },
  },
})
