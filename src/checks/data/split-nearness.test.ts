import { distance, duplicate, heldOutEqual, heldOutWorse, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './split-nearness.ts'

const lies = (ratio: number) => run().table('splitDistance', distance(ratio))
const copied = duplicate({ rows: 60 })

examines(check, {
  ill: {
    'held-out rows between the training rows': {
      run: lies(0.5),
      finds: 'held-out-near',
      pointsTo: ['easy-validation-set', 'data-leakage'],
    },
    'copies of other splits': {
      run: lies(0.5).table('duplicates', { ...copied, between: ['train', 'test'] }),
      finds: 'held-out-near',
    },
    'another kind of data': {
      run: lies(2.5),
      finds: 'held-out-far',
      pointsTo: ['distribution-shift', 'preprocessing-mismatch'],
    },
    'the second of two splits': {
      run: run().table('splitDistance', distance(1), distance(3, 'test')),
      finds: 'held-out-far',
    },
  },
  well: {
    'as far as training rows': lies(1.02),
    'seven tenths as far': lies(0.7),
    'twice as far': lies(2),
    'equal rows, which explain the nearness': lies(0.5).table('duplicates', copied),
  },
  outside: {
    'one split': { run: run().table('splitDistance'), because: 'one-split' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'splitDistance' },
  },
})

weighsBeside(check, {
  data: lies(0.5),
  cause: 'easy-validation-set',
  shows: heldOutEqual(),
  lacks: heldOutWorse(),
})
