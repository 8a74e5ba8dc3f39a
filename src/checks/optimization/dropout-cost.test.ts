import { examines, type RunBuilder } from '../run.fixture.ts'
import { learns, sampled, watched } from '../watched.fixture.ts'
import check from './dropout-cost.ts'

const evaluated = (built: RunBuilder, loss: number, dropout = 0.8) =>
  built.fact('dropout', dropout).curve('e', Array(20).fill(loss), {
    metric: 'eval-loss-on-train',
    split: 'train',
    axis: 'step',
    at: sampled(20),
  })
const held = () => watched(1.6)

examines(check, {
  ill: {
    'the same batch costs half without dropout': {
      run: evaluated(held(), 0.7),
      finds: 'dropout-cost',
      pointsTo: ['too-much-regularization'],
    },
  },
  well: {
    'the same with and without': evaluated(held(), 1.5),
    'a large part of a small loss': evaluated(learns(), 0.02),
  },
  outside: {
    'no dropout': { run: evaluated(held(), 0.7, 0), because: 'no-dropout' },
    'BatchNorm differs between the modes too': {
      run: evaluated(held(), 0.7).fact('batch_norm', true),
      because: 'batch-norm-too',
    },
    'nobody watched': { run: held(), because: 'evalLossOnTrain' },
  },
})
