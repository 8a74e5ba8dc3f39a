// The lists of the check `loss-in-target-units`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './loss-in-target-units.ts'

const small = run()
  .curve('loss', curve(8, 0.03, 0.011))
  .curve('val_loss', curve(8, 0.02, 0.009))

examines(check, {
  ill: {
    'a hundredth, squared, on targets between -1 and 1': {
      run: small.fact('target_range', [-1, 1]).fact('loss_function', 'mse'),
      finds: 'loss-in-target-units',
      pointsTo: ['loss-scale'],
    },
    'the loss is not named': {
      run: small.fact('target_range', [-1, 1]),
      finds: 'loss-in-target-units-assumed',
      pointsTo: ['loss-scale'],
    },
    'the spread of the targets gives R2': {
      run: small.fact('target_range', [-1, 1]).fact('target_spread', 0.41).fact('loss_function', 'mse'),
      finds: 'loss-in-target-units-r2',
      pointsTo: ['loss-scale'],
    },
    'an absolute error needs no root': {
      run: run()
        .curve('loss', curve(8, 31, 4))
        .fact('target_range', [0, 100])
        .fact('loss_function', 'mae'),
      finds: 'loss-in-target-units',
      pointsTo: ['loss-scale'],
    },
  },
  well: {
    'a third of the range': run()
      .curve('loss', curve(8, 0.9, 0.44))
      .fact('target_range', [-1, 1])
      .fact('loss_function', 'mse'),
    'an absolute error of a third of the range': run()
      .curve('loss', curve(8, 60, 34))
      .fact('target_range', [0, 100])
      .fact('loss_function', 'mae'),
  },
  outside: {
    'the range is not known': { run: small, because: 'targetRangeFact' },
    'a classification': {
      run: small.fact('target_range', [0, 1]).fact('loss_function', 'cross-entropy'),
      because: 'classification',
    },
    'all targets are equal': { run: small.fact('target_range', [3, 3]), because: 'no-ratio' },
    'a loss of 0': { run: run().curve('loss', [0, 0]).fact('target_range', [0, 1]), because: 'no-ratio' },
  },
})
