import { expect, it } from 'vitest'
import { confusion, losses, squares, worstRow } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './sure-and-wrong.ts'

const humps = { upper: 0.05, at: 1.5 }
/** The model is right in so many of 100 training rows. */
const right = (rows: number) =>
  confusion('train', [
    [rows, 100 - rows],
    [0, 0],
  ])
const alone = (sureAndWrong: number, how: Parameters<typeof losses>[0] = {}) =>
  run().table('exampleLosses', losses({ sureAndWrong, ...how }))
/** Beside a training of which it is right in 94 of 100 rows. */
const told = (...how: Parameters<typeof alone>) => alone(...how).table('confusion', right(94))

examines(check, {
  ill: {
    'every twentieth label': { run: told(0.05), finds: 'sure-and-wrong', pointsTo: ['label-noise'] },
    'losses in two hills': {
      run: told(0.05, { humps }),
      finds: 'two-humps',
      pointsTo: ['label-noise', 'conflicting-labels'],
    },
    'more rows than are shown': {
      run: told(0.05, { worst: Array.from({ length: 12 }, (_, i) => worstRow(12 - i)) }),
      finds: 'sure-and-wrong',
    },
  },
  well: {
    'one in two hundred': told(0.005),
    'two hills, and no row that is contradicted': told(0, { humps }),
    'three rows of a hundred': told(0.03, { count: 100 }),
    'often wrong, and rarely sure: classes that overlap': told(0.05).table('confusion', right(70)),
    'nobody counted its errors: they may be many': alone(0.05),
    'nothing wrong': told(0).table('confusion', right(100)),
  },
  outside: {
    'fifty-nine rows': { run: told(0.2, { count: 59 }), because: 'few-predictions' },
    'held-out rows alone': { run: told(0.05, { split: 'test' }), because: 'no-train-predictions' },
    'a regression': { run: run().table('exampleLosses', squares(4)), because: 'no-train-predictions' },
    'no rows': { run: run().table('exampleLosses'), because: 'no-train-predictions' },
    'nothing was predicted': { run: learns(), because: 'exampleLosses' },
  },
})

it('sure-and-wrong holds two hills for a surer sign, and shows ten rows at most', () => {
  const found = (how: Parameters<typeof losses>[0]) => {
    const answer = check.ask(told(0.05, how).record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const conflicts = (how: Parameters<typeof losses>[0]) => found(how)!.points['conflicting-labels']!
  expect(conflicts({ humps })).toBeGreaterThan(conflicts({}))
  const many = found({ worst: Array.from({ length: 12 }, (_, i) => worstRow(12 - i)) })!
  const table = many.exhibits.find((one) => one.kind === 'table')
  expect(table?.kind === 'table' && table.rows).toHaveLength(10)
  expect(table).toMatchObject({ columns: ['split', 'row', 'label', 'predicted', 'p', 'loss', 'cells'] })
})
