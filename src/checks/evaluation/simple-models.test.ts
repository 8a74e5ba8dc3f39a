import { expect, it } from 'vitest'
import { baseline } from '../data.fixture.ts'
import { accuracy, classified, predicted, regressed } from '../model.fixture.ts'
import { examines, type RunBuilder, run } from '../run.fixture.ts'
import { learns } from '../watched.fixture.ts'
import check from './simple-models.ts'

/** What a linear model and trees reach, beside a constant guess. */
const beside = (built: RunBuilder, trees: number, how: Parameters<typeof baseline>[2] = {}) =>
  built.table(
    'baselines',
    baseline('constant', 0.5),
    baseline('linear', trees - 0.2, how),
    baseline('trees', trees, how),
  )
const three = (train: number, val: number, test: number) =>
  run()
    .table('predictions', predicted('train', 800), predicted('val', 400), predicted('test', 400))
    .table('scores', ...accuracy('train', train), ...accuracy('val', val), ...accuracy('test', test))

examines(check, {
  ill: {
    'trees that foresee what the network has not learnt': {
      run: beside(classified(0.62, 0.6), 0.9),
      finds: 'simple-models-do-better',
      pointsTo: ['model-too-small', 'too-few-epochs'],
    },
    'trees that hold where the network learnt by heart': {
      run: beside(classified(1, 0.7), 0.9),
      finds: 'simple-models-hold-better',
      pointsTo: ['overfitting'],
    },
    'a regression': {
      run: beside(regressed(0.3, 0.3), 0.8, { measure: 'r2' }),
      finds: 'simple-models-do-better',
    },
  },
  well: {
    'a network that does better': beside(classified(0.95, 0.93), 0.85),
    'trees that are a little better': beside(classified(0.8, 0.8), 0.82),
    'better by less than their error': beside(classified(0.8, 0.8), 0.9, { error: 0.1 }),
    'better by less than the error of few rows': beside(classified(0.8, 0.8, { error: 0.2 }), 0.9),
    'a test of another kind, which says nothing of the network': beside(three(0.9, 0.9, 0.5), 0.9),
  },
  outside: {
    'twenty-nine rows': { run: beside(classified(0.6, 0.6, { rows: 29 }), 0.9), because: 'few-predictions' },
    'a constant guess is no model': {
      run: classified(0.6, 0.6).table('baselines', baseline('constant', 0.9)),
      because: 'no-two-scores',
    },
    'models that were scored by another measure': {
      run: beside(classified(0.6, 0.6), 0.9, { measure: 'r2' }),
      because: 'no-two-scores',
    },
    'a test alone': {
      run: beside(run().table('scores', ...accuracy('test', 0.6)), 0.9),
      because: 'no-two-scores',
    },
    'no models': { run: classified(0.6, 0.6).table('baselines'), because: 'no-two-scores' },
    'no scores': { run: beside(run().table('scores'), 0.9), because: 'no-two-scores' },
    'nobody looked at the data': { run: classified(0.6, 0.6), because: 'baselines' },
    'nothing was predicted': { run: learns(), because: 'scores' },
  },
})

it('simple-models compares with the best of them, on unseen rows', () => {
  const answer = check.ask(beside(classified(0.62, 0.6), 0.9).record)
  expect(answer.state === 'found' && answer.findings[0]).toMatchObject({
    where: { split: 'test' },
    values: { split: 'test', score: 0.6, train: 0.62, simple: 0.9, model: 'trees' },
  })
})
