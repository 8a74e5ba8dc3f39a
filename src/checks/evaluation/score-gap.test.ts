import { expect, it } from 'vitest'
import { accuracy, classified, r2, regressed } from '../model.fixture.ts'
import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './score-gap.ts'

const scores = (...rows: ReturnType<typeof accuracy>) => run().table('scores', ...rows)
const three = (train: number, val: number, test: number) =>
  scores(...accuracy('train', train), ...accuracy('val', val), ...accuracy('test', test))

examines(check, {
  ill: {
    'all rows by heart': { run: classified(1, 0.8), finds: 'score-gap', pointsTo: ['overfitting', 'too-little-data'] },
    'ten points': { run: classified(0.9, 0.8), finds: 'score-gap', pointsTo: ['overfitting'] },
    'the validation falls': { run: three(0.95, 0.8, 0.8), finds: 'score-gap', pointsTo: ['overfitting'] },
    'a regression': { run: regressed(0.95, 0.6), finds: 'score-gap', pointsTo: ['overfitting'] },
  },
  well: {
    'as good on the test': classified(0.9, 0.9),
    'better on the test': classified(0.8, 0.9),
    'three points': classified(0.9, 0.87),
    'ten points within the error of few rows': classified(0.9, 0.8, { error: 0.1 }),
    'R2 that falls a little': regressed(0.9, 0.82),
    'the test falls where the validation holds: another matter': three(0.95, 0.94, 0.7),
  },
  outside: {
    'training rows alone': { run: scores(...accuracy('train', 0.9)), because: 'no-two-scores' },
    'a test alone': { run: scores(...accuracy('test', 0.9)), because: 'no-two-scores' },
    'rows that are not divided': {
      run: scores(...accuracy('train', 0.9), ...accuracy('all', 0.5)),
      because: 'no-two-scores',
    },
    'splits scored by different measures': {
      run: scores(...accuracy('train', 0.9), ...r2('test', 0.5)),
      because: 'no-two-scores',
    },
    'no scores': { run: scores(), because: 'no-two-scores' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})

it('score-gap is surer of overfitting by a wide gap from a perfect score, and less where the test alone fell', () => {
  const points = (built: RunBuilder) => {
    const answer = check.ask(built.record)
    return answer.state === 'found' ? answer.findings[0]!.points : {}
  }
  expect(points(three(1, 0.8, 0.8)).overfitting!).toBeGreaterThan(points(three(0.9, 0.8, 0.8)).overfitting!)
  expect(points(three(0.9, 0.8, 0.8)).overfitting!).toBeGreaterThan(points(classified(0.9, 0.8)).overfitting!)
  const shift = 'distribution-shift'
  expect(points(classified(0.9, 0.8))[shift]!).toBeGreaterThan(points(three(0.9, 0.8, 0.8))[shift]!)
  expect(points(classified(0.9, 0.8)).healthy!).toBeLessThan(0)
})
