import { examines } from '../run.fixture.ts'
import { labels, learns, order, regression } from '../watched.fixture.ts'
import check from './split-labels.ts'

const split = (train: Parameters<typeof labels>[0], val: Parameters<typeof labels>[0], classes = 8) =>
  learns()
    .fact('loss_function', 'cross-entropy')
    .table('targets', labels(train), labels({ split: 'val', ...val }))
    .table('order', order({ classes, examples: 1400 }))

examines(check, {
  ill: {
    'the end of a sorted file': {
      run: split({ max: 7, distinct: 8 }, { min: 8, distinct: 2 }),
      finds: 'split-labels-apart',
      pointsTo: ['unshuffled-data'],
    },
    'its beginning': {
      run: split({ min: 2, distinct: 8 }, { max: 1, distinct: 2 }),
      finds: 'split-labels-apart',
    },
  },
  well: {
    'the same classes': split({}, {}, 10),
    'a small validation set that lacks some': split({}, { min: 3, max: 5, distinct: 3 }, 10),
  },
  outside: {
    'batches that lack what was counted': { run: split({ max: 7 }, {}, 10), because: 'few-batches' },
    'labels that the loss leaves out': {
      run: split({ min: -100, max: 0, distinct: 2 }, {}, 2),
      because: 'no-labels-in-order',
    },
    'no validation': {
      run: learns().fact('loss_function', 'cross-entropy').table('targets', labels()).table('order', order()),
      because: 'one-held-out',
    },
    'a regression': {
      run: regression(1, 0.9).table('targets', labels()).table('order', order()),
      because: 'no-labels-in-order',
    },
  },
})
