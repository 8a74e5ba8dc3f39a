import type { NearDuplicateRows } from '../../record/data-tables.ts'
import { heldOutEqual, heldOutWorse, nearDuplicate, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './near-copies.ts'

/** Near copies within the training data, and held-out rows with one in it. */
const near = (within: number, across: number, how: Partial<NearDuplicateRows> = {}) =>
  run().table(
    'nearDuplicates',
    nearDuplicate({ between: ['train', 'train'], rows: within, of: 800, ...how }),
    nearDuplicate({ rows: across, ...how }),
  )

examines(check, {
  ill: {
    'pictures of one film in both splits': {
      run: near(0, 20, { kind: 'pictures' }),
      finds: 'near-copies-in-both',
      pointsTo: ['data-leakage', 'easy-validation-set'],
    },
    'two held-out rows': { run: near(0, 2), finds: 'near-copies-in-both' },
    'texts that were copied within the training data': {
      run: near(40, 0, { kind: 'texts' }),
      finds: 'copies-nearly-equal',
    },
    'a table that is not divided': {
      run: run().table('nearDuplicates', nearDuplicate({ between: ['all', 'all'], rows: 9 })),
      finds: 'copies-nearly-equal',
    },
  },
  well: { none: near(0, 0) },
  outside: {
    'nothing was compared': { run: run().table('nearDuplicates'), because: 'no-rows' },
    'no rows': { run: near(0, 0, { of: 0 }), because: 'no-rows' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'nearDuplicates' },
  },
})

weighsBeside(check, {
  data: near(0, 20),
  cause: 'data-leakage',
  shows: heldOutEqual(),
  lacks: heldOutWorse(),
})
