import { residuals } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './error-beside-spread.ts'

const told = (...rows: ReturnType<typeof residuals>[]) => run().table('residuals', ...rows)
/** Targets between 0 and 0.5, and an error nearly as large as their spread. */
const small = residuals({ range: [0, 0.5], spread: 0.12, rmse: 0.11, ofSpread: 0.92, ofRange: 0.22, r2: 0.15 })
const good = residuals({ range: [0, 0.5], spread: 0.12, rmse: 0.02, ofSpread: 0.17, ofRange: 0.04, r2: 0.97 })

examines(check, {
  ill: {
    'a loss of 0.012 that explains nothing': {
      run: told(small),
      finds: 'small-loss-large-error',
      pointsTo: ['loss-scale'],
    },
    'on the test, not on the training': {
      run: told({ ...good, split: 'train' }, small),
      finds: 'small-loss-large-error',
    },
    'the last of the splits, where there is no test': {
      run: told({ ...good, split: 'train' }, { ...small, split: 'val' }),
      finds: 'small-loss-large-error',
    },
    'predictions without any bound': {
      run: told(residuals({ ...small, rmse: 0.3, ofSpread: 2.5, r2: -5 })),
      finds: 'small-loss-large-error',
    },
  },
  well: {
    'an error beside a spread of 1': told(residuals()),
    'a small loss of small targets': told(good),
    'a large error that looks large': told(residuals({ rmse: 0.95, ofSpread: 0.95, r2: 0.1 })),
  },
  outside: {
    'targets that are all one value': {
      run: told(residuals({ spread: 0, rmse: 0.1, r2: Number.NaN, ofSpread: Number.POSITIVE_INFINITY })),
      because: 'targets-alike',
    },
    'one value, which is hit': {
      run: told(residuals({ spread: 0, rmse: 0, r2: Number.NaN, ofSpread: Number.NaN, ofRange: Number.NaN })),
      because: 'targets-alike',
    },
    'no rows': { run: told(), because: 'no-regression-predictions' },
    'nothing was predicted': { run: learns(), because: 'residuals' },
  },
})
