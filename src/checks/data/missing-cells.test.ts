import type { DataColumn } from '../../record/data-tables.ts'
import { category, column, turnsNaN, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './missing-cells.ts'

const cells = (how: Partial<DataColumn>) => run().table('profile', column('age', how), category('town'))

examines(check, {
  ill: {
    'a fifth of a column': { run: cells({ missing: 160 }), finds: 'cells-missing', pointsTo: ['missing-values'] },
    'a stray cell': { run: cells({ missing: 1, count: 10_000 }), finds: 'cells-missing', pointsTo: ['missing-values'] },
    'words that are missing': { run: run().table('profile', category('town', { missing: 9 })), finds: 'cells-missing' },
    'a division by 0': { run: cells({ infinite: 3, missing: 1 }), finds: 'cells-infinite' },
    'rows without a label': { run: cells({ role: 'label', missing: 5 }), finds: 'labels-missing' },
  },
  well: {
    'no hole': cells({}),
    'holes in what no network gets': cells({ role: 'id', missing: 400 }),
  },
  outside: {
    'an empty table': { run: run().table('profile', column('age', { count: 0 })), because: 'no-rows' },
    'no columns': { run: run().table('profile'), because: 'no-rows' },
    'nobody looked at the data': { run: learns(), because: 'profile' },
  },
})

weighsBeside(check, {
  data: cells({ missing: 160 }),
  cause: 'missing-values',
  shows: turnsNaN(),
  lacks: learns(),
  sees: true,
})
