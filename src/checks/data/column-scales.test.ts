import { expect, it } from 'vitest'
import { category, column, weighsBeside } from '../data.fixture.ts'
import { accuracy, dense, importance } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck, tensor } from '../watched.fixture.ts'
import check from './column-scales.ts'

const columns = (...spreads: readonly number[]) =>
  run().table('profile', ...spreads.map((spread, i) => column(`x${i}`, { spread, min: -3 * spread, max: 3 * spread })))

examines(check, {
  ill: {
    'an income beside an age': {
      run: columns(2000, 1, 12),
      finds: 'columns-uneven',
      pointsTo: ['unscaled-inputs'],
    },
    'pixels, all of one size and large': { run: columns(110, 100), finds: 'columns-uneven' },
    'a column whose ends nobody measured': {
      run: run().table('profile', column('a', { spread: 500 }), category('b', { spread: 1 })),
      finds: 'columns-uneven',
    },
  },
  well: {
    'just below a hundred to one': columns(99, 1),
    'a column without any spread': columns(2, 1, 0),
    'a wide column of the held-out split': run().table(
      'profile',
      column('a'),
      column('b'),
      column('b', { split: 'val', spread: 5000 }),
    ),
  },
  outside: {
    'what the network got was seen': { run: columns(2000, 1).table('inputs', tensor()), because: 'watched' },
    'one column of numbers': { run: columns(2000), because: 'no-number-columns' },
    'no column at all': { run: columns(), because: 'no-number-columns' },
    'nobody looked at the data': { run: stuck(), because: 'profile' },
  },
})

weighsBeside(check, { data: columns(2000, 1), cause: 'unscaled-inputs', shows: stuck(), lacks: learns() })

it('weighs more where a model took the columns as they are and learnt little of them', () => {
  const weight = (train: number) => {
    const answer = check.ask(
      columns(20_000, 1)
        .table('importance', importance('x0', 0.1))
        .table('scores', ...accuracy('train', train), ...accuracy('test', train))
        .table('layers', dense('fc1', 2, 8)).record,
    )
    return answer.state === 'found' ? (answer.findings[0]?.points['unscaled-inputs'] ?? 0) : 0
  }
  expect(weight(0.7)).toBeGreaterThan(weight(0.99))
  expect(weight(0.99)).toBeGreaterThan(0)
})
