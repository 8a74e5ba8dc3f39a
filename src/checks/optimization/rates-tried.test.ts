// The lists of the check `rates-tried`.

import { examines, run } from '../run.fixture.ts'
import check from './rates-tried.ts'

examines(check, {
  ill: {
    'three others, without success': {
      run: run().fact('learning_rates_tried', [0.1, 0.01, 1e-4]).fact('learning_rate', 0.001),
      finds: 'rates-tried',
      pointsTo: ['labels-out-of-range', 'missing-values'],
    },
  },
  well: { 'the list is empty': run().fact('learning_rates_tried', []) },
  outside: { 'nothing is said': { run: run().fact('learning_rate', 0.1), because: 'learningRatesTriedFact' } },
})
