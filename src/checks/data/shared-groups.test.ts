import { heldOutEqual, heldOutWorse, overlap, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './shared-groups.ts'

const groups = (shared: number) => run().table('overlaps', overlap(shared))
const times = (shared: number) => run().table('overlaps', overlap(shared, { role: 'time', column: 'day' }))

examines(check, {
  ill: {
    'patients in both splits': {
      run: groups(40),
      finds: 'groups-shared',
      pointsTo: ['data-leakage', 'easy-validation-set'],
    },
    'two of a hundred': { run: groups(2), finds: 'groups-shared' },
    'patients of the test split, beside times': {
      run: run().table(
        'overlaps',
        overlap(0),
        overlap(90, { role: 'time' }),
        overlap(9, { between: ['train', 'test'] }),
      ),
      finds: 'groups-shared',
    },
    'days before the newest of the training': { run: times(60), finds: 'times-mixed', pointsTo: ['data-leakage'] },
  },
  well: {
    'one patient in a hundred': groups(1),
    'a split by time': times(0),
    'four days in a hundred': times(4),
  },
  outside: {
    'one split': { run: run().table('overlaps'), because: 'one-split' },
    'an empty held-out split': { run: run().table('overlaps', overlap(0, { of: 0 })), because: 'one-split' },
    'no column of groups or times': { run: heldOutEqual(), because: 'overlaps' },
  },
})

weighsBeside(check, {
  data: groups(40),
  cause: 'data-leakage',
  shows: heldOutEqual(),
  lacks: heldOutWorse(),
  sees: true,
})
