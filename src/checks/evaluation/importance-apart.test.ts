import { expect, it } from 'vitest'
import { type importance, importances } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './importance-apart.ts'

type Drops = Parameters<typeof importances>[0]
const told = (...rows: ReturnType<typeof importance>[]) => run().table('importance', ...rows)
const both = (train: Drops, test: Drops, error = 0.005) =>
  told(...importances(train, { split: 'train', error }), ...importances(test, { error }))
const TRAIN = { age: 0.2, total: 0.15, town: 0.001 }

examines(check, {
  ill: {
    'a number of the patient, learnt by heart': {
      run: both(TRAIN, { age: 0.001, total: 0.14, town: 0 }),
      finds: 'importance-does-not-hold',
      pointsTo: ['overfitting', 'distribution-shift', 'preprocessing-mismatch'],
    },
    'nothing matters on unseen rows': {
      run: both(TRAIN, { age: 0, total: -0.01, town: 0 }),
      finds: 'importance-does-not-hold',
    },
    'a validation in place of the test': {
      run: told(
        ...importances(TRAIN, { split: 'train' }),
        ...importances({ age: 0, total: 0, town: 0 }, { split: 'val' }),
      ),
      finds: 'importance-does-not-hold',
    },
  },
  well: {
    'the same on both': both(TRAIN, TRAIN),
    'a half of it': both(TRAIN, { age: 0.1, total: 0.08, town: 0 }),
    'the least of three is gone': both({ age: 0.3, total: 0.2, town: 0.05 }, { age: 0.3, total: 0.2, town: 0 }),
    'gone, by less than the errors of few rows': both(TRAIN, { age: 0.01, total: 0.01, town: 0 }, 0.1),
    'more on unseen rows': both(TRAIN, { age: 0.3, total: 0.3, town: 0.1 }),
  },
  outside: {
    'nothing matters on the training': { run: both({ age: 0.01, town: 0 }, TRAIN), because: 'no-feature-matters' },
    'other features on unseen rows': { run: both(TRAIN, { other: 0.2 }), because: 'no-feature-matters' },
    'the training alone': { run: told(...importances(TRAIN, { split: 'train' })), because: 'one-split' },
    'the test alone': { run: told(...importances(TRAIN)), because: 'one-split' },
    'rows that are not divided': {
      run: told(...importances(TRAIN, { split: 'train' }), ...importances(TRAIN, { split: 'all' })),
      because: 'one-split',
    },
    'no feature': { run: told(), because: 'one-split' },
    'the model was not asked why': { run: learns(), because: 'importance' },
  },
})

it('importance-apart names the feature that lost most, and the split that it lost it on', () => {
  const answer = check.ask(both(TRAIN, { age: 0.001, total: 0.14, town: 0 }).record)
  expect(answer.state === 'found' && answer.findings[0]).toMatchObject({
    where: { split: 'test' },
    values: { gone: 1, of: 2, names: 'age', feature: 'age', train: 0.2, held: 0.001 },
  })
})
