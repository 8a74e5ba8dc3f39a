// The lists of the check `sudden-jump`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './sudden-jump.ts'

const before = curve(25, 1.9, 0.42, { tau: 3, noise: 0.015, seed: 281 })
const above = straight(20, 2.3, 2.3, { noise: 0.003, seed: 282 })

examines(check, {
  ill: {
    'from 0.4 to ln 10 between two values, for good': {
      run: run().curve('loss', [...before, ...above]),
      finds: 'sudden-jump',
      pointsTo: ['learning-rate-too-high', 'exploding-gradients'],
    },
    'comes back after ten values': {
      run: run().curve('loss', [...before, ...above.slice(0, 10), ...curve(20, 0.6, 0.4, { tau: 2 })]),
      finds: 'jump-and-recovery',
      pointsTo: ['learning-rate-too-high', 'exploding-gradients', 'outliers'],
    },
    'right where the run was resumed': {
      run: run()
        .curve('loss', [...before, ...straight(20, 1.1, 1, { noise: 0.01, seed: 283 })])
        .event({ kind: 'resume', text: 'Resuming from epoch 25', epoch: 25 }),
      finds: 'jump-at-resume',
      pointsTo: ['lost-optimizer-state'],
    },
    'resumed at epoch 5, a jump at epoch 26: that is not the resume': {
      run: run()
        .curve('loss', [...before, ...above])
        .event({ kind: 'resume', text: 'Resuming from epoch 5', epoch: 5 }),
      finds: 'sudden-jump',
      pointsTo: ['learning-rate-too-high'],
    },
  },
  well: {
    falls: run().curve('loss', curve(40, 2.3, 0.3, { noise: 0.02, seed: 284 })),
    'shakes about a level': run().curve('loss', straight(60, 0.8, 0.8, { noise: 0.1, seed: 285 }), { axis: 'step' }),
    'drops at a rate cut': run().curve('loss', [...before, ...straight(20, 0.2, 0.19, { noise: 0.01, seed: 286 })]),
    'resumed without a jump': run()
      .curve('loss', curve(40, 2.3, 0.3, { noise: 0.02, seed: 287 }))
      .event({ kind: 'resume', text: 'Resuming from epoch 20', epoch: 20 }),
  },
  outside: {
    'four values': { run: run().curve('loss', [0.4, 0.4, 2.3, 2.3]), because: 'few-values' },
    'a value that is not finite': { run: run().curve('loss', [...before, Number.NaN]), because: 'not-finite' },
  },
})
