import { category, column, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './outlying-values.ts'

const apart = (score: number, count = 1) =>
  run().table('profile', column('income', { outlying: { count, score, farthest: 1e6 } }), column('age'))

examines(check, {
  ill: {
    'a cell that is a thousand times too large': {
      run: apart(40),
      finds: 'cells-apart',
      pointsTo: ['outliers'],
    },
    'a cell that is far': { run: apart(9), finds: 'cells-apart', pointsTo: ['outliers'] },
    'three that are less far': { run: apart(7, 3), finds: 'cells-apart' },
  },
  well: {
    'exactly eight deviations': apart(8),
    'two that are less far': apart(7, 2),
    'every tenth row, which is another kind of rows': apart(40, 80),
    none: run().table('profile', column('age')),
  },
  outside: {
    'words alone': { run: run().table('profile', category('town')), because: 'no-number-columns' },
    'nobody looked at the data': { run: stuck(), because: 'profile' },
  },
})

weighsBeside(check, { data: apart(40), cause: 'outliers', shows: stuck(), lacks: learns(), sees: true })
