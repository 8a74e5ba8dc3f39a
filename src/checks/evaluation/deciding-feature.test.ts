import { expect, it } from 'vitest'
import { telling } from '../data.fixture.ts'
import { type importance, importances } from '../model.fixture.ts'
import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './deciding-feature.ts'

const told = (...rows: ReturnType<typeof importance>[]) => run().table('importance', ...rows)
const certain = { score: 0.995 } as const
const one = importances({ age: 0.002, total: 0.4, town: 0.01, size: -0.003 }, certain)
const many = importances({ age: 0.2, total: 0.15, town: 0.1 }, certain)

examines(check, {
  ill: {
    'the sum that the label was made of': {
      run: told(...one),
      finds: 'one-feature-decides',
      pointsTo: ['data-leakage'],
    },
    'a feature that alone is certain': {
      run: told(...one).table('telling', telling(0.99, 0.6)),
      finds: 'one-feature-decides',
      pointsTo: ['data-leakage'],
    },
    'on unseen rows, whatever the training shows': {
      run: told(...importances({ age: 0.2, total: 0.2, town: 0.2 }, { split: 'train' }), ...one),
      finds: 'one-feature-decides',
    },
    'the training, where nothing else is known': {
      run: told(...one.map((row) => ({ ...row, split: 'train' as const }))),
      finds: 'one-feature-decides',
    },
    'rows that are not divided': {
      run: told(...one.map((row) => ({ ...row, split: 'all' as const }))),
      finds: 'one-feature-decides',
    },
    'more features than are shown': {
      run: told(
        ...one,
        ...importances(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`x${i}`, 0])), certain),
      ),
      finds: 'one-feature-decides',
    },
  },
  well: {
    'features that share the work': told(...many),
    'one feature, and a score that is far from certain': told(...one.map((row) => ({ ...row, score: 0.8 }))),
    'no feature matters': told(...importances({ age: 0, total: 0, town: 0 }, certain)),
    'features that do harm': told(...importances({ age: -0.1, total: -0.2, town: -0.1 }, certain)),
  },
  outside: {
    'two features': { run: told(...one.slice(0, 2)), because: 'few-features' },
    'no feature': { run: told(), because: 'few-features' },
    'the model was not asked why': { run: learns(), because: 'importance' },
  },
})

it('deciding-feature is surer where the feature alone is certain, and shows fifteen features at most', () => {
  const found = (built: RunBuilder) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const weight = (alone: number) => found(told(...one).table('telling', telling(alone, 0.6)))!.points['data-leakage']!
  expect(weight(0.99)).toBeGreaterThan(weight(0.6))
  expect(found(told(...one))!.values).toMatchObject({ feature: 'total', second: 'town', features: 4, alone: null })
  const rest = importances(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`x${i}`, 0])), certain)
  const [table] = found(told(...one, ...rest))!.exhibits
  expect(table?.kind === 'table' && table.rows).toHaveLength(15)
  expect(table?.kind === 'table' && table.rows[0]).toEqual(['total', 0.4, 0.005, null, null])
})
