import type { DuplicateRows } from '../../record/data-tables.ts'
import { duplicate, heldOutEqual, heldOutWorse, ref, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './rows-in-both-splits.ts'

const shared = (rows: number, how: Partial<DuplicateRows> = {}) =>
  run().table('duplicates', duplicate({ between: ['train', 'train'], of: 800 }), duplicate({ rows, ...how }))

examines(check, {
  ill: {
    'a seventh of the held-out rows': {
      run: shared(30),
      finds: 'rows-in-both',
      pointsTo: ['data-leakage', 'easy-validation-set'],
    },
    'a fiftieth of them': { run: shared(4), finds: 'rows-in-both', pointsTo: ['data-leakage'] },
    'a single row': { run: shared(1), finds: 'rows-in-both' },
    'rows of two files': {
      run: shared(30, { examples: [[ref(1, { file: 'data/a.csv' }), ref(2, { file: 'data/b.csv', split: 'val' })]] }),
      finds: 'rows-in-both',
    },
    'rows so coarse that they repeat anyway': {
      run: shared(30, { byChance: 0.1 }),
      finds: 'coarse-rows-in-both',
      pointsTo: ['data-leakage'],
    },
  },
  well: { none: shared(0) },
  outside: {
    'one split': {
      run: run().table('duplicates', duplicate({ between: ['all', 'all'], rows: 9 })),
      because: 'one-split',
    },
    'an empty held-out split': { run: shared(0, { of: 0 }), because: 'one-split' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'duplicates' },
  },
})

// many copies are there whatever the curves do; a single one may be chance
weighsBeside(check, { data: shared(30), cause: 'data-leakage', shows: heldOutEqual(), sees: true })
weighsBeside(check, {
  data: shared(1),
  cause: 'data-leakage',
  shows: heldOutEqual(),
  lacks: heldOutWorse(),
})
