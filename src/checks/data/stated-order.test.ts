// The lists of the check `stated-order`.

import { curve, examines, run } from '../run.fixture.ts'
import check from './stated-order.ts'

examines(check, {
  ill: {
    'said not to be shuffled': {
      run: run()
        .curve('loss', curve(10, 2.3, 0.9))
        .fact('shuffled', false),
      finds: 'not-shuffled',
      pointsTo: ['unshuffled-data'],
    },
  },
  well: {
    'said to be shuffled': run()
      .curve('loss', curve(10, 2.3, 0.9))
      .fact('shuffled', true),
  },
  outside: { 'nothing is said': { run: run().curve('loss', curve(10, 2.3, 0.9)), because: 'shuffledFact' } },
})
