import { examines } from '../run.fixture.ts'
import { labels, regression, stuck, tensor } from '../watched.fixture.ts'
import check from './target-scale.ts'

const prices = tensor({ name: 'target', shape: [32, 1], min: 1e4, max: 9e5, mean: 2e5, spread: 1e5 })

examines(check, {
  ill: {
    'prices in full, and nothing is learnt': {
      run: regression(1e5, 0.99).table('targets', prices),
      finds: 'targets-large',
      pointsTo: ['unscaled-targets'],
    },
    years: {
      run: regression(9, 0.8).table('targets', tensor({ min: 1990, max: 2020, mean: 2005, spread: 9 })),
      finds: 'targets-off-centre',
    },
    'prices that are learnt all the same: a hint': {
      run: regression(1e5, 0.05).table('targets', prices),
      finds: 'targets-large',
    },
  },
  well: { 'standardised targets': regression(1, 0.99).table('targets', tensor()) },
  outside: {
    'class numbers': { run: stuck().table('targets', labels()), because: 'classification' },
    'nobody watched': { run: regression(1, 0.5), because: 'targets' },
  },
})
