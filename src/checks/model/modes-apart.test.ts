import { examines, type RunBuilder } from '../run.fixture.ts'
import { learns, sampled, stuck } from '../watched.fixture.ts'
import check from './modes-apart.ts'

const evaluated = (built: RunBuilder, loss: number) =>
  built
    .curve('eval_loss_on_train', Array(20).fill(loss), {
      metric: 'eval-loss-on-train',
      split: 'train',
      axis: 'step',
      at: sampled(20),
    })
    .fact('batch_norm', true)

examines(check, {
  ill: {
    'eval mode is at chance where training has learnt': {
      run: evaluated(learns(), 2.4).curve('val_loss', [2.4, 2.5, 2.4]),
      finds: 'modes-apart',
      pointsTo: ['batch-norm-statistics'],
    },
  },
  well: {
    'both modes agree': evaluated(stuck(), 2.3),
    'a difference that is nothing beside guessing': evaluated(learns(), 0.18),
  },
  outside: {
    'no BatchNorm': { run: evaluated(learns(), 2.4).fact('batch_norm', false), because: 'no-batch-norm' },
    'no step in common': {
      run: learns()
        .curve('e', [1, 2], { metric: 'eval-loss-on-train', split: 'train', axis: 'step', at: [900, 901] })
        .fact('batch_norm', true),
      because: 'few-values',
    },
    'nobody watched': { run: learns(), because: 'evalLossOnTrain' },
  },
})
