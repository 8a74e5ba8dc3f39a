import { examines, run } from '../run.fixture.ts'
import { labels, lossCall, regression, squared, stuck, tensor } from '../watched.fixture.ts'
import check from './loss-for-targets.ts'

const onehot = tensor({ shape: [32, 10], min: 0, max: 1, mean: 0.1, spread: 0.3, distinct: 2, sumsToOne: true })

examines(check, {
  ill: {
    'class numbers regressed, and an accuracy beside': {
      run: regression(2.9, 0.9)
        .curve('accuracy', [0.1, 0.12, 0.14])
        .table('lossCalls', squared({ targetShape: [32] }))
        .table('targets', labels({ type: 'float' })),
      finds: 'squares-on-class-numbers',
      pointsTo: ['wrong-loss'],
    },
    'squared error on one-hot rows that does not come down': {
      run: regression(0.3, 0.99)
        .table('lossCalls', squared({ inputShape: [32, 10] }))
        .table('targets', onehot),
      finds: 'squares-on-one-hot',
      pointsTo: ['wrong-loss'],
    },
  },
  well: {
    'cross-entropy on class numbers': stuck().table('lossCalls', lossCall()).table('targets', labels()),
    values: regression(1, 0.9).table('lossCalls', squared()).table('targets', tensor()),
    'yes and no as 0 and 1': regression(0.5, 0.9)
      .table('lossCalls', squared())
      .table('targets', tensor({ min: 0, max: 1, distinct: 2 })),
    'counts with gaps': regression(90, 0.9)
      .table('lossCalls', squared())
      .table('targets', tensor({ min: 0, max: 400, distinct: 20 })),
  },
  outside: {
    'no loss was seen to train': {
      run: run()
        .table('lossCalls', squared({ trains: false }))
        .table('targets', tensor()),
      because: 'no-trained-loss',
    },
    'nobody watched': { run: stuck(), because: 'lossCalls' },
  },
})
