import { confusion, predicted } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './names-of-classes.ts'

const told = (...tables: ReturnType<typeof confusion>[]) =>
  run()
    .table('predictions', predicted('train', 800), predicted('test', 200))
    .table('confusion', ...tables)
const swapped = confusion('test', [
  [10, 90],
  [90, 10],
])
const turned = confusion('test', [
  [5, 60, 1],
  [1, 5, 60],
  [60, 1, 7],
])
const right = confusion('train', [
  [370, 30],
  [30, 370],
])

examines(check, {
  ill: {
    'two classes the other way round': {
      run: told(swapped),
      finds: 'classes-renamed',
      pointsTo: ['misaligned-labels', 'preprocessing-mismatch'],
    },
    'three classes, counted from another one': { run: told(turned), finds: 'classes-renamed' },
    'on the test, not on the training': { run: told(right, swapped), finds: 'classes-renamed' },
    'on the training, not on the test': {
      run: told({ ...swapped, split: 'train' }, { ...right, split: 'test' }),
      finds: 'classes-renamed',
    },
  },
  well: {
    'the names as they are': told(right),
    'guesses, of which another order is a little luckier': told(
      confusion('test', [
        [40, 60],
        [55, 45],
      ]),
    ),
    'a bad model of uneven classes, better turned round': told(
      confusion('test', [
        [30, 90],
        [50, 30],
      ]),
    ),
    'wrong in any order': told(
      confusion('test', [
        [10, 45, 45],
        [45, 10, 45],
        [45, 45, 10],
      ]),
    ),
    'rows of which none is scored': told(swapped).table('predictions', predicted('test', 200, { left: 200 })),
    'nineteen rows, of two classes': told(swapped).table('predictions', predicted('test', 19)),
    'nobody says of how many rows': run().table('confusion', swapped),
    'no row': told(
      confusion('test', [
        [0, 0],
        [0, 0],
      ]),
    ),
  },
  outside: {
    'one class': { run: told(confusion('test', [[200]])), because: 'no-classes' },
    'no classes': { run: told(confusion('test', [])), because: 'no-classes' },
    'no split': { run: told(), because: 'no-classes' },
    'nothing was predicted': { run: learns(), because: 'confusion' },
  },
})
