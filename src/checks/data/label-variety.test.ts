import { examines } from '../run.fixture.ts'
import { labels, learns, order } from '../watched.fixture.ts'
import check from './label-variety.ts'

const batches = (how: Parameters<typeof labels>[0]) => [1, 2, 3, 4].map((step) => labels({ step, ...how }))

examines(check, {
  ill: {
    'one class in every batch': {
      run: learns().table('targets', ...batches({ min: 3, max: 3, distinct: 1 })),
      finds: 'targets-all-equal',
      pointsTo: ['single-class'],
    },
    'one batch was looked into, and the order of all has one class': {
      run: learns()
        .table('targets', labels({ min: 1, max: 1, distinct: 1 }))
        .table('order', order({ batches: 8, examples: 250, classes: 1 })),
      finds: 'targets-all-equal',
      pointsTo: ['single-class'],
    },
    'all labels masked': {
      run: learns().table('targets', ...batches({ min: -100, max: -100, distinct: 1 })),
      finds: 'targets-all-ignored',
      pointsTo: ['no-targets-found'],
    },
  },
  well: {
    'ten classes': learns().table('targets', ...batches({})),
    'sorted labels: the first batches alike, the order knows more': learns()
      .table('targets', ...batches({ min: 0, max: 0, distinct: 1 }))
      .table('order', order({ pureBatches: 40 })),
  },
  outside: {
    'a single batch of a regression': {
      run: learns()
        .table('targets', labels({ min: 1, max: 1, distinct: 1 }))
        .table('order', order({ classes: 0 })),
      because: 'few-batches',
    },
    'a single batch': { run: learns().table('targets', labels({ min: 1, max: 1 })), because: 'few-batches' },
    'nobody watched': { run: learns(), because: 'targets' },
  },
})
