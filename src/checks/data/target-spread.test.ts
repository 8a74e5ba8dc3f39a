import { category, column, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { regression, tensor } from '../watched.fixture.ts'
import check from './target-spread.ts'

const prices = (spread: number) =>
  run()
    .fact('task', 'regression')
    .table('profile', column('rooms'), column('price', { role: 'label', spread, min: 0, max: 6 * spread }))

examines(check, {
  ill: {
    'prices in full': { run: prices(80_000), finds: 'label-column-large', pointsTo: ['unscaled-targets'] },
    'exactly a hundred': { run: prices(100), finds: 'label-column-large' },
  },
  well: { 'prices in thousands': prices(80), 'just below a hundred': prices(99.9) },
  outside: {
    'the targets were seen': { run: prices(80_000).table('targets', tensor()), because: 'watched' },
    'class numbers up to a thousand': {
      run: prices(300).fact('task', 'classification'),
      because: 'no-regression',
    },
    'a label of words': {
      run: run()
        .fact('task', 'regression')
        .table('profile', category('answer', { role: 'label' })),
      because: 'no-label-column',
    },
  },
})

weighsBeside(check, {
  data: prices(5000),
  cause: 'unscaled-targets',
  shows: regression(5000, 1),
  lacks: regression(5000, 0.01),
})
