// The lists of the check `health`: what it finds is that the run does what it should.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './health.ts'

const falls = curve(20, 2.3, 0.3, { noise: 0.01, seed: 301 })
const nan = Number.NaN

examines(check, {
  ill: {
    'falls, stays down and holds on held-out data': {
      run: run()
        .curve('loss', falls)
        .curve('val_loss', curve(20, 2.3, 0.34, { noise: 0.015, seed: 302 }))
        .curve('accuracy', curve(20, 0.2, 0.92))
        .curve('val_accuracy', curve(20, 0.2, 0.91)),
      finds: 'loss-falls-and-holds',
      pointsTo: ['healthy'],
    },
    'falls; nothing is held out': {
      run: run().curve('loss', falls),
      finds: 'loss-falls',
      pointsTo: ['healthy'],
    },
    'shaking step losses that fall': {
      run: run().curve('loss', curve(200, 3.9, 1.6, { tau: 60, noise: 0.08, seed: 303 }), { axis: 'step' }),
      finds: 'loss-falls',
      pointsTo: ['healthy'],
    },
    'a step schedule': {
      run: run().curve('loss', [1.9, 1.3, 1.1, 1.05, 1.04, 1.04, 0.62, 0.58, 0.57, 0.57, 0.51, 0.5, 0.5, 0.5]),
      finds: 'loss-falls',
      pointsTo: ['healthy'],
    },
  },
  well: {
    'not a number at the end': run().curve('loss', [...falls, nan, nan]),
    'stands at ln 10': run()
      .curve('loss', straight(20, 2.31, 2.304, { noise: 0.001, seed: 304 }))
      .fact('classes', 10),
    'falls and comes back up': run().curve('loss', [...falls, ...straight(20, 0.4, 1.9)]),
    'falls on training data alone': run()
      .curve('loss', falls)
      .curve('val_loss', [...curve(6, 2.2, 1.1, { tau: 2 }), ...straight(14, 1.15, 2.4)]),
    'falls, and the answers are no better than chance': run()
      .curve('loss', falls)
      .curve('val_accuracy', straight(20, 0.1, 0.11))
      .fact('classes', 10),
    'four per cent in twenty epochs are no training': run().curve('loss', straight(20, 1.6, 1.54)),
    'falls, and validation levels off at two and a half times as much': run()
      .curve('loss', curve(20, 2.3, 0.2))
      .curve('val_loss', curve(20, 2.3, 0.55)),
  },
  outside: { 'the test loss alone': { run: run().curve('test_loss', falls), because: 'no-train-loss' } },
})
