import { residuals } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './scale-of-predictions.ts'

const told = (...rows: ReturnType<typeof residuals>[]) => run().table('residuals', ...rows)
/** Predictions that were left standardised, of targets about 200. */
const scaled = residuals({ r2: -30, r2Then: 0.9, slope: 40, intercept: 200 })
const alike = residuals({ spread: 0, r2: Number.NaN, r2Then: 0, slope: 0 })

examines(check, {
  ill: {
    'a scaling that was not undone': {
      run: told({ ...scaled, split: 'train' }, scaled),
      finds: 'predictions-in-another-unit',
      pointsTo: ['preprocessing-mismatch'],
    },
    'on the test alone': {
      run: told(residuals({ split: 'train' }), scaled),
      finds: 'predictions-off-in-a-split',
      pointsTo: ['preprocessing-mismatch', 'distribution-shift'],
    },
    'one split is known': { run: told(scaled), finds: 'predictions-off-in-a-split' },
    'beside a split whose targets are all alike': {
      run: told({ ...alike, split: 'val' }, scaled),
      finds: 'predictions-off-in-a-split',
    },
  },
  well: {
    'the unit of the targets': told(residuals({ split: 'train' }), residuals()),
    'predictions that spread too little': told(residuals({ r2: 0.7, r2Then: 0.85, slope: 1.6 })),
    'a line that mends little': told(residuals({ r2: -3, r2Then: 0.1 })),
    'nothing to mend': told(residuals({ r2: 0, r2Then: 0, slope: 0 })),
  },
  outside: {
    'nineteen rows': { run: told({ ...scaled, rows: 19 }), because: 'no-regression-predictions' },
    'targets that are all one value': { run: told(alike), because: 'no-regression-predictions' },
    'no rows': { run: told(), because: 'no-regression-predictions' },
    'nothing was predicted': { run: learns(), because: 'residuals' },
  },
})
