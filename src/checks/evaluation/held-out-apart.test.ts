import { accuracy, classified, r2 } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './held-out-apart.ts'

const two = (val: number, test: number, error?: number) => {
  const how = error === undefined ? {} : { error }
  return run().table('scores', ...accuracy('val', val, how), ...accuracy('test', test, how))
}
const quantities = (val: number, test: number) => run().table('scores', ...r2('val', val), ...r2('test', test))

examines(check, {
  ill: {
    'another hospital': {
      run: two(0.9, 0.6),
      finds: 'test-below-validation',
      pointsTo: ['distribution-shift', 'preprocessing-mismatch'],
    },
    'ten points': { run: two(0.9, 0.8), finds: 'test-below-validation', pointsTo: ['distribution-shift'] },
    'a regression': { run: quantities(0.9, 0.2), finds: 'test-below-validation' },
    'R2 below 0': { run: quantities(0.9, -8), finds: 'test-below-validation' },
  },
  well: {
    'as good': two(0.9, 0.89),
    'better on the test': two(0.8, 0.9),
    'ten points within the error of few rows': two(0.9, 0.8, 0.1),
    'R2 that falls a little': quantities(0.9, 0.8),
  },
  outside: {
    'a test alone': { run: classified(0.9, 0.6), because: 'one-held-out' },
    'a validation alone': { run: run().table('scores', ...accuracy('val', 0.9)), because: 'one-held-out' },
    'no scores': { run: run().table('scores'), because: 'one-held-out' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})
