// The lists of the check `few-steps`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './few-steps.ts'

const near = straight(12, 2.304, 2.268, { noise: 0.002, seed: 161 })
const every = (steps: number) => Array.from({ length: 12 }, (_, i) => steps * (i + 1))
const ten = run().fact('loss_function', 'cross-entropy').fact('classes', 10)

examines(check, {
  ill: {
    'a hundred and twenty steps, still near ln 10': {
      run: ten.curve('loss', near, { axis: 'step', at: every(10) }),
      finds: 'few-steps',
      pointsTo: ['too-few-epochs'],
    },
    'four updates an epoch': {
      run: ten.curve('loss', near).fact('examples_train', 8000).fact('batch_size', 2048),
      finds: 'few-steps-an-epoch',
      pointsTo: ['batch-too-large', 'too-few-epochs'],
    },
  },
  well: {
    'twelve thousand steps: that is no longer few': ten.curve('loss', near, { axis: 'step', at: every(1000) }),
    'a hundred and twenty steps were enough': ten.curve('loss', curve(12, 2.3, 0.3), { axis: 'step', at: every(10) }),
    'many epochs of many updates': ten.curve('loss', near).fact('steps_per_epoch', 900),
  },
  outside: {
    'epochs of unknown length': { run: ten.curve('loss', near), because: 'stepsPerEpochFact' },
    'the test loss alone': { run: ten.curve('test_loss', near), because: 'no-train-loss' },
  },
})
