import { audit, baseline, joined, part, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './held-out-rows.ts'

const held = (rows: number) => run().table('parts', part('train'), part('val', rows))
const regression = (rows: number) => held(rows).fact('task', 'regression')

examines(check, {
  ill: {
    'nothing is held out': {
      run: run().table('parts', part('train')),
      finds: 'nothing-held-out',
      pointsTo: ['no-validation-set'],
    },
    'twenty rows': { run: held(20), finds: 'held-out-small', pointsTo: ['validation-set-too-small'] },
    sixty: { run: held(60), finds: 'held-out-small' },
    'ninety, of which half are right': {
      run: held(90).table('baselines', baseline('linear', 0.5)),
      finds: 'held-out-small',
    },
    'a small test split beside a large validation': {
      run: run().table('parts', part('train'), part('val', 400), part('test', 20)),
      finds: 'held-out-small',
    },
    'a regression on twenty-nine': { run: regression(29), finds: 'held-out-small' },
    'no row at all': { run: held(0), finds: 'held-out-small' },
  },
  well: {
    'two hundred rows': audit(),
    'just enough': held(65),
    'nearly all are right': held(30).table('baselines', baseline('constant', 0.9), baseline('trees', 0.99)),
    'a regression on thirty': regression(30),
  },
  outside: {
    'data that are not divided': { run: run().table('parts', part('all')), because: 'one-split' },
    'a run to which only its training data were passed': {
      run: joined(run().table('parts', part('train')), learns()),
      because: 'one-split',
    },
    'nobody looked at the data': { run: learns(), because: 'parts' },
  },
})

// rows are few whatever the curves do
weighsBeside(check, { data: held(20), cause: 'validation-set-too-small', shows: learns() })
