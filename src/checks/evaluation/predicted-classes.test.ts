import { expect, it } from 'vitest'
import { confusion } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './predicted-classes.ts'

const told = (...tables: ReturnType<typeof confusion>[]) => run().table('confusion', ...tables)
/** Of 200 rows so many are truly of the first class; all are called so. */
const onlyFirst = (first: number) =>
  confusion('test', [
    [first, 0],
    [200 - first, 0],
  ])
const fair = confusion('test', [
  [90, 10],
  [10, 90],
])

examines(check, {
  ill: {
    'always the same, of two classes': {
      run: told(onlyFirst(100)),
      finds: 'one-class-predicted',
      pointsTo: ['collapsed-output', 'class-imbalance', 'preprocessing-mismatch'],
    },
    'nearly always': {
      run: told(
        confusion('test', [
          [99, 1],
          [98, 2],
        ]),
      ),
      finds: 'one-class-predicted',
      pointsTo: ['collapsed-output'],
    },
    'always the class that 95 of 100 are': {
      run: told(onlyFirst(190)),
      finds: 'one-class-predicted',
      pointsTo: ['class-imbalance', 'wrong-metric'],
    },
    'a class that is never true': {
      run: told(
        confusion('test', [
          [0, 0],
          [200, 0],
        ]),
      ),
      finds: 'one-class-predicted',
    },
    'on the test, not on the training': {
      run: told({ ...fair, split: 'train' }, onlyFirst(100)),
      finds: 'one-class-predicted',
    },
    'the last of the splits, where there is no test': {
      run: told({ ...fair, split: 'train' }, { ...onlyFirst(100), split: 'val' }),
      finds: 'one-class-predicted',
    },
  },
  well: {
    'each class about as often as it is true': told(fair),
    'one class much more often': told(
      confusion('test', [
        [95, 5],
        [90, 10],
      ]),
    ),
    'a class that is never predicted, of three': told(
      confusion('test', [
        [50, 10, 0],
        [10, 50, 0],
        [10, 10, 0],
      ]),
    ),
  },
  outside: {
    'one class': { run: told(confusion('test', [[200]])), because: 'no-classes' },
    'no classes': { run: told(confusion('test', [])), because: 'no-classes' },
    'no row': {
      run: told(
        confusion('test', [
          [0, 0],
          [0, 0],
        ]),
      ),
      because: 'few-predictions',
    },
    'no split': { run: told(), because: 'no-classes' },
    'nothing was predicted': { run: learns(), because: 'confusion' },
  },
})

it('predicted-classes blames the output where the truth is mixed, and the imbalance where it is not', () => {
  const found = (first: number) => {
    const answer = check.ask(told(onlyFirst(first)).record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const [mixed, uneven] = [found(100)!, found(190)!]
  expect(mixed.points['collapsed-output']!).toBeGreaterThan(mixed.points['class-imbalance']!)
  expect(uneven.points['class-imbalance']!).toBeGreaterThan(uneven.points['collapsed-output']!)
  expect([mixed.ill, uneven.ill]).toEqual([true, false])
  expect(mixed.values).toMatchObject({ class: 'a', predicted: 1, true: 0.5, never: 1, classes: 2 })
})
