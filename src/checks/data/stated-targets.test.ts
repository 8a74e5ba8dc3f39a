// The lists of the check `stated-targets`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './stated-targets.ts'

const huge = [5.6e10, 5.5e10, 5.5e10, 5.4e10]

examines(check, {
  ill: {
    'prices up to half a million, squared': {
      run: run().curve('loss', huge).fact('target_range', [14_999, 500_001]).fact('loss_function', 'mse'),
      finds: 'large-targets',
      pointsTo: ['unscaled-targets'],
    },
    'a loss of the order of large targets squared': {
      run: run()
        .curve('loss', straight(6, 3.2e8, 2.9e8))
        .fact('task', 'regression'),
      finds: 'huge-loss',
      pointsTo: ['unscaled-targets', 'outliers'],
    },
    'a spread in the thousands': {
      run: run().curve('loss', huge).fact('target_spread', 2300),
      finds: 'large-targets',
      pointsTo: ['unscaled-targets'],
    },
  },
  well: {
    'targets between -1 and 1': run()
      .curve('loss', curve(10, 0.4, 0.01))
      .fact('target_range', [-1, 1]),
    'a squared error of 600 that falls': run()
      .curve('loss', curve(10, 612, 20))
      .fact('loss_function', 'mse'),
    'nothing is stated, and the loss is ordinary': run().curve('loss', curve(10, 12, 3)),
    'nothing is stated, and a divergence ends huge': run().curve('loss', [2.1, 9, 120, 8.8e5, 3.1e9]),
    'a squared error of a few thousand that falls': run()
      .curve('loss', curve(10, 4200, 300))
      .fact('loss_function', 'mse'),
    'a sum over many terms, of unknown kind': run().curve('loss', curve(10, 3.1e5, 9e4)),
  },
  outside: {
    'a cross-entropy': {
      run: run().curve('loss', huge).fact('loss_function', 'cross-entropy'),
      because: 'classification',
    },
    'validation alone': { run: run().curve('val_loss', huge).fact('loss_function', 'mse'), because: 'no-train-loss' },
  },
})
