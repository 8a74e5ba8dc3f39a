import { outlyingRows, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './outlying-rows.ts'

const apart = (...scores: readonly number[]) => run().table('outlierRows', outlyingRows(scores))

examines(check, {
  ill: {
    'a row nine times as far': { run: apart(9, 4, 3), finds: 'rows-apart', pointsTo: ['outliers'] },
    'a row a little farther': { run: apart(3.6), finds: 'rows-apart', pointsTo: ['outliers'] },
    'a row of a file that keeps no order': {
      run: run().table('outlierRows', {
        ...outlyingRows([9]),
        ranked: [{ ref: { split: 'train', text: 'age = 9' }, score: 9, columns: ['age'] }],
      }),
      finds: 'rows-apart',
    },
  },
  well: {
    none: apart(),
    'three and a half times as far': apart(3.5),
    'every tenth row, which is another kind of rows': run().table('outlierRows', outlyingRows([9, 9], { rows: 80 })),
  },
  outside: {
    'nothing was compared': { run: run().table('outlierRows'), because: 'few-data-rows' },
    'no rows': { run: run().table('outlierRows', outlyingRows([], { of: 0 })), because: 'few-data-rows' },
    'nobody looked at the data': { run: stuck(), because: 'outlierRows' },
  },
})

weighsBeside(check, { data: apart(9), cause: 'outliers', shows: stuck(), lacks: learns(), sees: true })
