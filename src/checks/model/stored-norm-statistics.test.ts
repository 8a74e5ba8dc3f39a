import { expect, it } from 'vitest'
import { fresh, kernel, statistics, vector } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './stored-norm-statistics.ts'

const holds = (...weights: readonly ReturnType<typeof kernel>[]) => run().table('weights', kernel('conv'), ...weights)
const unseen = holds(...fresh('bn1'), ...fresh('bn2'))

examines(check, {
  ill: {
    'never saw a batch': { run: unseen, finds: 'norm-statistics-unseen', pointsTo: ['batch-norm-statistics'] },
    'one of two': { run: holds(...fresh('bn1'), ...statistics('bn2')), finds: 'norm-statistics-unseen' },
    'a variance of 0': {
      run: holds(...statistics('bn1', { min: 0, max: 0 })),
      finds: 'norm-statistics-odd',
      pointsTo: ['batch-norm-statistics'],
    },
    'a variance below 0': { run: holds(...statistics('bn1', { min: -1e-3 })), finds: 'norm-statistics-odd' },
    'a variance beyond a million': { run: holds(...statistics('bn1', { max: 2e6 })), finds: 'norm-statistics-odd' },
    'a variance that is NaN': { run: holds(...statistics('bn1', { nonFinite: 0.1 })), finds: 'norm-statistics-odd' },
  },
  well: {
    'statistics of data': holds(...statistics('bn1'), ...statistics('bn2')),
    'one channel without variance, of many': holds(...statistics('bn1', { min: 0 })),
    'a variance of 1 beside a mean that moved: standardised inputs': holds(...statistics('bn1', { min: 1, max: 1 })),
    'a variance of 1 whose mean is not stored': holds(vector('bn1', 'variance', { min: 1, max: 1 })),
  },
  outside: {
    'no BatchNorm': { run: holds(vector('ln', 'scale')), because: 'no-batch-norm' },
    'no tensor that could be read': { run: run().table('weights'), because: 'no-batch-norm' },
    'nobody opened the model': { run: learns(), because: 'weights' },
  },
})

it('stored-norm-statistics is surer where no layer saw a batch, and names those that did not', () => {
  const found = (built: typeof unseen) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const [all, one] = [found(unseen)!, found(holds(...statistics('bn1'), ...fresh('bn2')))!]
  expect(all.points['batch-norm-statistics']!).toBeGreaterThan(one.points['batch-norm-statistics']!)
  expect([all.where.layers, one.where.layers]).toEqual([['bn1', 'bn2'], ['bn2']])
  expect([all.values, one.values]).toMatchObject([
    { layers: 'bn1, bn2', count: 2, of: 2 },
    { layers: 'bn2', count: 1, of: 2 },
  ])
})
