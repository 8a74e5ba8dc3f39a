// The lists of the check `first-loss`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './first-loss.ts'

const cross = run().fact('loss_function', 'cross-entropy')

examines(check, {
  ill: {
    'sixty times the cost of guessing among ten': {
      run: cross.fact('classes', 10).curve('loss', [138.2, 61.9, 31.4, 12.7, 4.1]),
      finds: 'first-loss',
      pointsTo: ['unscaled-inputs', 'poor-initialization'],
    },
    'and it stays there: labels that no output belongs to': {
      run: cross.fact('classes', 10).curve('loss', [138.2, 131.4, 133.9, 129.8]),
      finds: 'first-loss',
      pointsTo: ['labels-out-of-range', 'unscaled-inputs', 'collapsed-output'],
    },
    'more than any usual number of classes costs': {
      run: run().curve('loss', [58.3, 30.1, 22.4]).curve('accuracy', [0.2, 0.3, 0.4]),
      finds: 'first-loss-unknown-classes',
      pointsTo: ['unscaled-inputs'],
    },
  },
  well: {
    'guessing among ten': cross.fact('classes', 10).curve('loss', curve(10, 2.34, 0.4)),
    'a third above it, as default initialisation gives': cross.fact('classes', 10).curve('loss', curve(10, 3.1, 0.4)),
    'guessing among fifty thousand words': cross.curve('loss', curve(10, 10.9, 4), { axis: 'step' }),
  },
  outside: {
    'the record begins at epoch 30': {
      run: cross.fact('classes', 10).curve('loss', [40, 39, 38], { at: [30, 31, 32] }),
      because: 'excerpt',
    },
    'a squared error': {
      run: run().curve('loss', [900, 400, 100]).fact('loss_function', 'mse'),
      because: 'no-classification',
    },
  },
})
