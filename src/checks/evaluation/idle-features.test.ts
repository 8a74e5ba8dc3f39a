import { expect, it } from 'vitest'
import { type importance, importances, smallestSet } from '../model.fixture.ts'
import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './idle-features.ts'

const told = (...rows: ReturnType<typeof importance>[]) => run().table('importance', ...rows)
const half = importances({ age: 0.2, total: 0.1, town: 0.001, size: 0, id: -0.004 })
const none = importances({ age: 0.004, total: 0, town: -0.003, size: 0.001 })
const used = importances({ age: 0.2, total: 0.1, town: 0.05, size: 0.001 })

examines(check, {
  ill: {
    'three of five': { run: told(...half), finds: 'features-idle', pointsTo: ['uninformative-features'] },
    'two features that would do': {
      run: told(...half).table('smallestSet', smallestSet(['age', 'total'])),
      finds: 'features-idle',
    },
    'a set of another split': {
      run: told(...half).table('smallestSet', smallestSet(['age'], { split: 'train' })),
      finds: 'features-idle',
    },
    'the inputs are not used at all': {
      run: told(...none),
      finds: 'no-feature-matters',
      pointsTo: ['uninformative-features'],
    },
    'what matters on the training only': {
      run: told(...used.map((one) => ({ ...one, split: 'train' as const })), ...none),
      finds: 'no-feature-matters',
    },
    'the training, where nothing else is known': {
      run: told(...half.map((one) => ({ ...one, split: 'train' as const }))),
      finds: 'features-idle',
    },
    'losses that few rows cannot tell from none': {
      run: told(...used.map((one) => ({ ...one, error: 0.2 }))),
      finds: 'no-feature-matters',
    },
  },
  well: {
    'one of four': told(...used),
    'every one is used': told(...importances({ age: 0.2, total: 0.1, town: 0.05, size: 0.04 })),
  },
  outside: {
    'three features': { run: told(...half.slice(2)), because: 'few-features' },
    'no feature': { run: told(), because: 'few-features' },
    'the model was not asked why': { run: learns(), because: 'importance' },
  },
})

it('idle-features names a few features, those that would do, and weighs more where none matters', () => {
  const found = (built: RunBuilder) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const cause = 'uninformative-features'
  expect(found(told(...none))!.points[cause]!).toBeGreaterThan(found(told(...half))!.points[cause]!)
  expect(found(told(...half))!.values).toMatchObject({ idle: 3, of: 5, names: 'town, size, id', kept: 'none' })
  const set = smallestSet(['age', 'total'], { of: 5 })
  const kept = found(told(...half).table('smallestSet', set))!.values
  expect(kept).toMatchObject({ enough: 2, kept: 'age, total' })
})
