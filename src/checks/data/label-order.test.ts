import { examines } from '../run.fixture.ts'
import { labels, learns, order, stuck } from '../watched.fixture.ts'
import check from './label-order.ts'

examines(check, {
  ill: {
    'a file sorted by class': {
      run: learns().table('order', order({ labelRun: 128, pureBatches: 36, shuffles: false })),
      finds: 'batches-of-one-class',
      pointsTo: ['unshuffled-data'],
    },
    'runs of one label within batches': {
      run: stuck().table('order', order({ labelRun: 9 })),
      finds: 'labels-in-runs',
      pointsTo: ['unshuffled-data'],
    },
    'three batches, each of one class': {
      run: stuck().table('order', order({ batches: 3, examples: 96, classes: 2, labelRun: 48, pureBatches: 3 })),
      finds: 'batches-of-one-class',
      pointsTo: ['unshuffled-data'],
    },
  },
  well: {
    'mixed labels': stuck().table('order', order()),
    'a mixed file that nobody shuffles': stuck().table('order', order({ shuffles: false })),
    'a rare class makes long runs, as chance would': stuck().table('order', order({ labelRun: 20, expectedRun: 19 })),
  },
  outside: {
    'a regression': { run: stuck().table('order', order({ classes: 0 })), because: 'no-labels-in-order' },
    'labels of pixels': {
      run: stuck()
        .table('order', order({ labelRun: 90 }))
        .table('targets', labels({ shape: [4, 64, 64] })),
      because: 'many-labels-each',
    },
    'two batches': { run: stuck().table('order', order({ batches: 2 })), because: 'few-batches' },
    'nobody watched': { run: stuck(), because: 'order' },
  },
})
