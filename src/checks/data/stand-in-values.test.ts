import { category, column, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './stand-in-values.ts'

const marked = (value: number, count: number, distance: number) =>
  run().table(
    'profile',
    column('pressure', { count: 8000, sentinel: { value, count, distance } }),
    column('age', { count: 8000 }),
  )

examines(check, {
  ill: {
    'an unknown pressure of -999': {
      run: marked(-999, 400, 4),
      finds: 'number-stands-in',
      pointsTo: ['missing-values', 'outliers'],
    },
    'a pressure of 0': { run: marked(0, 400, 0.5), finds: 'zeros-stand-in', pointsTo: ['missing-values'] },
    'a 0 that may be measured': { run: marked(0, 400, 0.2), finds: 'zeros-stand-in' },
  },
  well: {
    'one cell in a thousand': marked(-999, 8, 4),
    'measures alone': run().table('profile', column('age'), category('town')),
  },
  outside: {
    'words alone': { run: run().table('profile', category('town')), because: 'no-number-columns' },
    'nobody looked at the data': { run: stuck(), because: 'profile' },
  },
})

weighsBeside(check, {
  data: marked(-999, 400, 4),
  cause: 'missing-values',
  shows: stuck(),
  lacks: learns(),
  sees: true,
})
