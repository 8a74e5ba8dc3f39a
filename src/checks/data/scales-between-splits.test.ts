import { category, column, heldOutEqual, heldOutWorse, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import check from './scales-between-splits.ts'

/** Standardised training columns, and their spreads in the validation split. */
const held = (spreads: readonly number[], count = 200) =>
  run().table(
    'profile',
    ...spreads.flatMap((spread, i) => [
      column(`x${i}`),
      column(`x${i}`, { split: 'val', spread, min: 0, max: 6 * spread, count }),
    ]),
  )
const constant = (split: 'train' | 'val', name: string) => column(name, { split, min: 7, max: 7, spread: 0 })

examines(check, {
  ill: {
    'a validation split that nobody standardised': {
      run: held([40, 12, 1]),
      finds: 'splits-scaled-otherwise',
      pointsTo: ['preprocessing-mismatch', 'distribution-shift'],
    },
    'one that was standardised twice': { run: held([0.02, 0.3]), finds: 'splits-scaled-otherwise' },
    'columns that vary in one split only': {
      run: run().table(
        'profile',
        ...['a', 'b'].flatMap((name) => [constant('train', name), column(name, { split: 'val' })]),
      ),
      finds: 'splits-scaled-otherwise',
    },
  },
  well: {
    'the same scaling': held([1, 1.1, 0.9]),
    'three times as wide': held([3, 3]),
    'one column of two': held([40, 1]),
    'two columns of five': held([40, 40, 1, 1, 1]),
  },
  outside: {
    'one split': { run: run().table('profile', column('age')), because: 'one-split' },
    'data that are not divided': { run: run().table('profile', column('age', { split: 'all' })), because: 'one-split' },
    'nineteen rows': { run: held([40, 40], 19), because: 'no-number-columns' },
    'columns without any spread': {
      run: run().table('profile', constant('train', 'a'), constant('val', 'a')),
      because: 'no-number-columns',
    },
    'words alone': {
      run: run().table('profile', category('town'), category('town', { split: 'val' })),
      because: 'no-number-columns',
    },
  },
})

weighsBeside(check, {
  data: held([40, 40]),
  cause: 'preprocessing-mismatch',
  shows: heldOutWorse(),
  lacks: heldOutEqual(),
  sees: true,
})
