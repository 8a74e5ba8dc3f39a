import { heldOutEqual, heldOutWorse, shift, shifted, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './splits-told-apart.ts'

const apart = (auc: number, error = 0.02) =>
  run().table('shift', shift(auc, [shifted('age', { share: 0.7 }), shifted('height', { share: 0.05 })], { error }))

examines(check, {
  ill: {
    'two hospitals': {
      run: apart(0.9),
      finds: 'splits-differ',
      pointsTo: ['distribution-shift', 'preprocessing-mismatch'],
    },
    'splits that differ a little': { run: apart(0.62), finds: 'splits-differ' },
    'a difference that is in no one column': { run: run().table('shift', shift(0.9, [])), finds: 'splits-differ' },
    'the second of two splits': {
      run: run().table('shift', shift(0.5, []), shift(0.8, [], { between: ['train', 'test'] })),
      finds: 'splits-differ',
    },
  },
  well: {
    'a split at random': apart(0.51),
    'just below the limit': apart(0.599),
    'few rows, of which chance tells as many apart': apart(0.65, 0.04),
  },
  outside: {
    'no classifier was asked': {
      run: run().table('shift', { between: ['train', 'val'], columns: [] }),
      because: 'quick',
    },
    'one split': { run: run().table('shift'), because: 'one-split' },
    'nobody looked at the data': { run: heldOutEqual(), because: 'shift' },
  },
})

weighsBeside(check, {
  data: apart(0.9),
  cause: 'distribution-shift',
  shows: heldOutWorse(),
  lacks: heldOutEqual(),
  sees: true,
})
