import { expect, it } from 'vitest'
import { losses, squares } from '../model.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './error-tail.ts'

/** The middle of the squared errors is 0.07. */
const told = (...rows: ReturnType<typeof losses>[]) => run().table('exampleLosses', ...rows)
const heavy = squares(2_000, { carried: 0.7 })

examines(check, {
  ill: {
    'one row in a hundred with most of the error': {
      run: told(heavy),
      finds: 'few-rows-carry-the-error',
      pointsTo: ['outliers'],
    },
    'on one of two splits': { run: told(squares(1), { ...heavy, split: 'test' }), finds: 'few-rows-carry-the-error' },
    'rows that are not divided': { run: told({ ...heavy, split: 'all' }), finds: 'few-rows-carry-the-error' },
    'a model that hits half of its rows exactly': {
      run: told({ ...heavy, quantiles: [0, 0, 0, 0, 0, 0, 100] }),
      finds: 'few-rows-carry-the-error',
    },
  },
  well: {
    'errors of one size': told(squares(0.9)),
    'a few large ones that carry little': told(squares(2_000)),
    'a share of small ones': told(squares(1, { carried: 0.7 })),
    'no error at all': told(squares(0, { quantiles: [0, 0, 0, 0, 0, 0, 0], carried: 0, worst: [] })),
  },
  outside: {
    classes: { run: told(losses({ carried: 0.7 })), because: 'no-regression-predictions' },
    'ninety-nine rows': { run: told({ ...heavy, count: 99 }), because: 'no-regression-predictions' },
    'no rows': { run: told(), because: 'no-regression-predictions' },
    'nothing was predicted': { run: learns(), because: 'exampleLosses' },
  },
})

it('error-tail speaks of the split with the heaviest tail, in units of the target, and shows its rows', () => {
  const answer = check.ask(told(squares(1), { ...heavy, split: 'test' }).record)
  expect(answer.state === 'found' && answer.findings[0]).toMatchObject({
    where: { split: 'test' },
    values: { split: 'test', carried: 0.7, worst: Math.sqrt(2_000), usual: Math.sqrt(0.07) },
    exhibits: [{ kind: 'table', columns: ['split', 'row', 'label', 'predicted', 'loss', 'cells'] }],
  })
})
