import { examines } from '../run.fixture.ts'
import { learns, regression, stuck } from '../watched.fixture.ts'
import check from './example-losses.ts'

const rows = (losses: readonly number[]) => losses.map((loss, id) => ({ step: 10, id, loss, split: 'train' as const }))
const even = Array.from({ length: 200 }, (_, i) => 0.5 + (i % 10) / 10)
const heavy = [...even.slice(0, 198), 900, 700]

examines(check, {
  ill: {
    'two of 200 targets are far out': {
      run: regression(1, 0.8).table('exampleLoss', ...rows(heavy)),
      finds: 'few-carry-the-loss',
      pointsTo: ['outliers'],
    },
    'two of 200 answers are surely wrong, and nothing is learnt': {
      run: stuck().table('exampleLoss', ...rows(heavy)),
      finds: 'few-carry-the-loss',
      pointsTo: ['outliers', 'label-noise'],
    },
  },
  well: {
    'all alike': regression(1, 0.8).table('exampleLoss', ...rows(even)),
    'a trained classifier and what it gets wrong': learns().table('exampleLoss', ...rows(heavy)),
  },
  outside: {
    'a small batch': { run: stuck().table('exampleLoss', ...rows(even.slice(0, 20))), because: 'few-examples' },
    'nobody watched': { run: stuck(), because: 'exampleLoss' },
  },
})
