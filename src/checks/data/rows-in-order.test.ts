import { rowOrder, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, order, stuck } from '../watched.fixture.ts'
import check from './rows-in-order.ts'

const rows = (how: Parameters<typeof rowOrder>[0]) => run().table('rowOrder', rowOrder(how))
const sorted = rows({ labelRun: 80, drift: 0.97 })

examines(check, {
  ill: {
    'a file sorted by its label': { run: sorted, finds: 'rows-sorted-by-label', pointsTo: ['unshuffled-data'] },
    'a price that falls with the years': {
      run: rows({ labelRun: 1, expectedRun: 1, drift: -0.9 }),
      finds: 'rows-drift-with-label',
      pointsTo: ['unshuffled-data'],
    },
    'the second of two splits': {
      run: run().table('rowOrder', rowOrder(), rowOrder({ split: 'val', labelRun: 40 })),
      finds: 'rows-sorted-by-label',
    },
  },
  well: {
    'a shuffled file': rows({}),
    'runs five times as long': rows({ labelRun: 5, expectedRun: 1 }),
    'a price that falls a little': rows({ labelRun: 1, expectedRun: 1, drift: -0.79 }),
  },
  outside: {
    'the order of the batches was seen': { run: sorted.table('order', order()), because: 'watched' },
    'said to be shuffled': { run: sorted.fact('shuffled', true), because: 'watched' },
    'no label': { run: run().table('rowOrder'), because: 'no-label-column' },
    'nobody looked at the data': { run: stuck(), because: 'rowOrder' },
  },
})

weighsBeside(check, { data: sorted, cause: 'unshuffled-data', shows: stuck(), lacks: learns(), sees: true })
