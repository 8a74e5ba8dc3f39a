import { expect, it } from 'vitest'
import { accuracy, classified, predicted, regressed } from '../model.fixture.ts'
import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './scored-rows.ts'

const two = (val: number, test: number) =>
  run()
    .table('predictions', predicted('val', val), predicted('test', test))
    .table('scores', ...accuracy('val', 0.9), ...accuracy('test', 0.9))

examines(check, {
  ill: {
    'twelve rows': {
      run: classified(0.9, 0.9, { rows: 12, error: 0.15 }),
      finds: 'few-scored-rows',
      pointsTo: ['validation-set-too-small'],
    },
    'an interval from 0.7 to 0.9': {
      run: classified(0.9, 0.8, { rows: 60, error: 0.1 }),
      finds: 'score-uncertain',
      pointsTo: ['validation-set-too-small'],
    },
    'R2 between 0.3 and 0.9': { run: regressed(0.9, 0.6, { rows: 60, error: 0.3 }), finds: 'score-uncertain' },
    'the smaller of two splits': { run: two(12, 400), finds: 'few-scored-rows' },
    'four hundred rows, of which ten have a truth': {
      run: classified(0.9, 0.9).table('predictions', predicted('test', 400, { left: 390 })),
      finds: 'few-scored-rows',
    },
    'rows that are not divided': {
      run: run()
        .table('predictions', predicted('all', 12))
        .table('scores', ...accuracy('all', 0.9)),
      finds: 'few-scored-rows',
    },
  },
  well: {
    'four hundred rows': classified(0.9, 0.9),
    'R2 within a fifth': regressed(0.9, 0.8, { error: 0.1 }),
    'two splits of enough rows': two(200, 400),
  },
  outside: {
    'the training alone': {
      run: run()
        .table('predictions', predicted('train', 12))
        .table('scores', ...accuracy('train', 0.9)),
      because: 'no-held-out-predictions',
    },
    'no scores': { run: classified(0.9, 0.9).table('scores'), because: 'no-held-out-predictions' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})

it('scored-rows sees the rows at their own place where they are few, and is surer of them than of a wide interval', () => {
  const found = (built: RunBuilder) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]! : undefined
  }
  const [few, wide] = [found(two(12, 400))!, found(classified(0.9, 0.8, { rows: 60, error: 0.1 }))!]
  const cause = 'validation-set-too-small'
  expect([few.sees, wide.sees, few.values.split]).toEqual([cause, undefined, 'val'])
  expect(few.points[cause]!).toBeGreaterThan(wide.points[cause]!)
})
