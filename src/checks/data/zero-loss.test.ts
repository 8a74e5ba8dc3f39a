// The lists of the check `zero-loss`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './zero-loss.ts'

const zero = Array(8).fill(0)

examines(check, {
  ill: {
    'exactly 0 from the first epoch on, with every answer right': {
      run: run().curve('loss', zero).curve('accuracy', Array(8).fill(1)),
      finds: 'zero-loss',
      pointsTo: ['single-class', 'no-targets-found'],
    },
    'nothing but zeros is logged': {
      run: run().curve('loss', zero),
      finds: 'zero-loss',
      pointsTo: ['no-targets-found', 'single-class'],
    },
    'drops to 0 within one print, in half precision': {
      run: run().curve('loss', [2.61, 2.44, 0, 0, 0, 0, 0], { axis: 'step' }).fact('precision', 'fp16'),
      finds: 'zero-loss',
      pointsTo: ['numeric-overflow'],
    },
    'and the gradient norm is NaN': {
      run: run()
        .curve('loss', [1.9, 0, 0, 0, 0], { axis: 'step' })
        .curve('grad_norm', [3.1, Number.NaN, Number.NaN, Number.NaN, Number.NaN], { axis: 'step' }),
      finds: 'zero-loss',
      pointsTo: ['numeric-overflow'],
    },
  },
  well: {
    'small, but above 0': run().curve('loss', curve(20, 0.7, 0.0004)),
    'one batch without loss': run().curve('loss', [0.9, 0.7, 0, 0.6, 0.5, 0.4], { axis: 'step' }),
    'the last three of twelve prints round to 0': run().curve(
      'loss',
      [0.61, 0.21, 0.08, 0.03, 0.01, 0.004, 0.002, 0.0008, 0.0003, 0, 0, 0],
    ),
    'memorised, and printed with four digits': run()
      .curve('loss', [0.61, 0.21, 0.06, 0.012, 0.003, 0.0009, 0.0003, 0.0001, ...Array(14).fill(0)])
      .curve('accuracy', [0.7, 0.92, 0.98, ...Array(19).fill(1)])
      .curve('val_accuracy', [0.7, 0.9, 0.95, ...Array(19).fill(0.97)]),
  },
  outside: { 'no loss': { run: run().curve('accuracy', [1]), because: 'loss' } },
})
