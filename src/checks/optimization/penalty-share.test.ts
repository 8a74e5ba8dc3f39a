// The lists of the check `penalty-share`.

import { curve, examines, run, straight } from '../run.fixture.ts'
import check from './penalty-share.ts'

const flat = straight(12, 2.3, 2.21, { noise: 0.003, seed: 201 })

examines(check, {
  ill: {
    'four fifths of the loss are the penalty': {
      run: run()
        .curve('loss', curve(12, 9.1, 3))
        .curve('penalty', curve(12, 7.2, 2.4)),
      finds: 'penalty-share',
      pointsTo: ['too-much-regularization'],
    },
    'the data loss is a third of the loss': {
      run: run()
        .curve('loss', curve(12, 9.1, 3))
        .curve('data_loss', curve(12, 2.3, 1)),
      finds: 'penalty-share',
      pointsTo: ['too-much-regularization'],
    },
    'dropout of 0.9, and training is no better than validation': {
      run: run()
        .curve('loss', flat)
        .curve(
          'val_loss',
          flat.map((one) => one * 0.99),
        )
        .curve('val_accuracy', straight(12, 0.11, 0.2))
        .fact('dropout', 0.9),
      finds: 'strong-regularization',
      pointsTo: ['too-much-regularization'],
    },
    'a weight decay of 0.5, and the loss hardly falls': {
      run: run().curve('loss', flat).fact('weight_decay', 0.5),
      finds: 'strong-regularization',
      pointsTo: ['too-much-regularization'],
    },
  },
  well: {
    'a penalty of a twentieth': run()
      .curve('loss', curve(12, 2.3, 0.4))
      .curve('penalty', curve(12, 0.03, 0.02)),
    'dropout of 0.6 beside a training that learns': run()
      .curve('loss', curve(12, 2.3, 0.3))
      .curve('val_accuracy', curve(12, 0.4, 0.93))
      .fact('dropout', 0.6),
    'an ordinary weight decay where nothing is learnt': run().curve('loss', flat).fact('weight_decay', 1e-4),
    'strong dropout, and validation far behind': run()
      .curve('loss', curve(12, 2.3, 0.5))
      .curve('val_loss', curve(12, 2.3, 1.6))
      .curve('val_accuracy', curve(12, 0.2, 0.6))
      .fact('dropout', 0.7),
  },
  outside: {
    'no regularisation is known': { run: run().curve('loss', flat), because: 'no-regularization-known' },
    'validation alone': { run: run().curve('val_loss', flat).fact('dropout', 0.9), because: 'no-train-loss' },
  },
})
