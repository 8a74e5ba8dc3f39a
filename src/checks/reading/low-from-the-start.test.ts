// The lists of the check `low-from-the-start`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './low-from-the-start.ts'

const tiny = [0.0213, 0.0171, 0.0149, 0.0138, 0.0131]

examines(check, {
  ill: {
    'two hundredths in the first epoch, on targets between -1 and 1': {
      run: run().curve('loss', tiny).fact('target_range', [-1, 1]),
      finds: 'reading/low-from-the-start',
      pointsTo: ['loss-scale'],
    },
    'and that epoch held 600 updates': {
      run: run().curve('loss', tiny).fact('loss_function', 'mse').fact('examples_train', 19200).fact('batch_size', 32),
      finds: 'reading/low-from-the-start-updates',
      pointsTo: ['loss-scale'],
    },
  },
  well: {
    'a squared error of ordinary size': run()
      .curve('loss', curve(10, 41.2, 12.8))
      .fact('loss_function', 'mse'),
    'small only after it fell twentyfold': run()
      .curve('loss', curve(15, 0.095, 0.003))
      .fact('loss_function', 'mse'),
    'nothing says that it is a regression': run().curve('loss', tiny),
    'an excerpt from epoch 60 on': run()
      .curve('loss', tiny, { at: [60, 61, 62, 63, 64] })
      .fact('loss_function', 'mse'),
  },
  outside: {
    'a cross-entropy': {
      run: run().curve('loss', tiny).fact('loss_function', 'cross-entropy'),
      because: 'classification',
    },
    'an accuracy is logged': { run: run().curve('loss', tiny).curve('accuracy', [0.99]), because: 'classification' },
  },
})
