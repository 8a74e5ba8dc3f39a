import { examines } from '../run.fixture.ts'
import { learns, order } from '../watched.fixture.ts'
import check from './repeated-batches.ts'

examines(check, {
  ill: {
    'one batch again and again': {
      run: learns().table('order', order({ repeated: 39 })),
      finds: 'repeated-batches',
      pointsTo: ['too-little-data'],
    },
  },
  well: {
    'every batch is new': learns().table('order', order()),
    'a few drawn twice': learns().table('order', order({ repeated: 3 })),
  },
  outside: {
    'too few to tell': { run: learns().table('order', order({ batches: 2, repeated: 1 })), because: 'few-batches' },
    'nobody watched': { run: learns(), because: 'order' },
  },
})
