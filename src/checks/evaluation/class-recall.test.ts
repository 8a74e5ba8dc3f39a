import { expect, it } from 'vitest'
import { classes } from '../data.fixture.ts'
import { confusion } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './class-recall.ts'

const told = (...tables: ReturnType<typeof confusion>[]) => run().table('confusion', ...tables)
const lost = confusion('test', [
  [180, 0],
  [16, 4],
])
const even = confusion('test', [
  [90, 10],
  [70, 30],
])

examines(check, {
  ill: {
    'four of twenty rows of the rare class': {
      run: told(lost),
      finds: 'rare-class-lost',
      pointsTo: ['class-imbalance', 'wrong-metric'],
    },
    'a class that was rare in the training, by its data': {
      run: told(even).table('labels', ...classes('train', { a: 760, b: 40 })),
      finds: 'rare-class-lost',
    },
    'the same by the truth of the training rows': {
      run: told(
        confusion('train', [
          [760, 0],
          [0, 40],
        ]),
        even,
      ),
      finds: 'rare-class-lost',
    },
    'data whose training holds no row count for the truth instead': {
      run: told(lost).table('labels', ...classes('train', { a: 0, b: 0 })),
      finds: 'rare-class-lost',
    },
    'a validation alone': { run: told({ ...lost, split: 'val' }), finds: 'rare-class-lost' },
  },
  well: {
    'the rare class found as often': told(
      confusion('test', [
        [170, 10],
        [1, 19],
      ]),
    ),
    'a tenth of the rows lost': told(
      confusion('test', [
        [180, 0],
        [2, 18],
      ]),
    ),
    'classes of one size': told(even),
    'three to one': told(
      confusion('test', [
        [150, 0],
        [40, 10],
      ]),
    ),
    'five rows, whose recall may be chance': told(
      confusion('test', [
        [70, 30],
        [2, 3],
      ]),
    ),
    'the frequent class is the one that is lost': told(
      confusion('test', [
        [90, 90],
        [0, 20],
      ]),
    ),
  },
  outside: {
    'a rare class of four rows': {
      run: told(
        confusion('test', [
          [180, 0],
          [4, 0],
        ]),
      ),
      because: 'few-predictions',
    },
    'a class without a row, of which there is no recall': {
      run: told(
        confusion('test', [
          [180, 20],
          [0, 0],
        ]),
      ),
      because: 'few-predictions',
    },
    'one class': { run: told(confusion('test', [[200]])), because: 'no-classes' },
    'rows of the training alone': { run: told({ ...lost, split: 'train' }), because: 'no-classes' },
    'no split': { run: told(), because: 'no-classes' },
    'nothing was predicted': { run: learns(), because: 'confusion' },
  },
})

it('class-recall names the rare and the frequent class, and shows the rows by truth and prediction', () => {
  const answer = check.ask(told(lost).record)
  const found = answer.state === 'found' ? answer.findings[0]! : undefined
  expect(found).toMatchObject({
    where: { split: 'test' },
    values: { class: 'b', recall: 0.2, rows: 20, other: 'a', others: 1, ratio: 9 },
    exhibits: [
      {
        kind: 'matrix',
        rows: ['a', 'b'],
        cells: [
          [180, 0],
          [16, 4],
        ],
      },
    ],
  })
})
