import type { DuplicateRows } from '../../record/data-tables.ts'
import { duplicate } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './repeated-rows.ts'

const repeats = (rows: number, how: Partial<DuplicateRows> = {}) =>
  run().table('duplicates', duplicate({ between: ['train', 'train'], rows, of: 800, ...how }), duplicate())

examines(check, {
  ill: {
    'a row that is there twice': { run: repeats(1), finds: 'rows-repeat' },
    'a table that is still to be divided': {
      run: repeats(80, { between: ['all', 'all'] }),
      finds: 'rows-repeat',
      pointsTo: ['data-leakage'],
    },
    'more than coarse values repeat': { run: repeats(160, { byChance: 0.05 }), finds: 'rows-repeat' },
  },
  well: {
    none: repeats(0),
    'no more than coarse values repeat': repeats(100, { byChance: 0.05 }),
  },
  outside: {
    'only splits were compared': { run: run().table('duplicates', duplicate({ rows: 9 })), because: 'no-rows' },
    'a single row': { run: repeats(0, { of: 1 }), because: 'no-rows' },
    'nobody looked at the data': { run: run(), because: 'duplicates' },
  },
})
