import { baseline, joined, telling, weighsBeside } from '../data.fixture.ts'
import { examines, run } from '../run.fixture.ts'
import { learns, stuck } from '../watched.fixture.ts'
import check from './anything-to-learn.ts'

/** Accuracies of a guess that is right in half of the cases, and of two models. */
const models = (linear: number, trees: number, error = 0.015) =>
  run().table(
    'baselines',
    baseline('constant', 0.5),
    baseline('linear', linear, { error }),
    baseline('trees', trees, { error }),
  )
const RARE = { error: 0.008, balanced: 0.5 }

examines(check, {
  ill: {
    'labels that were shuffled': {
      run: models(0.49, 0.51),
      finds: 'nothing-foreseen',
      pointsTo: ['uninformative-features', 'misaligned-labels'],
    },
    'a gain that chance gives': { run: models(0.5, 0.53), finds: 'nothing-foreseen' },
    'so few rows that nothing may be seen': { run: models(0.5, 0.6, 0.06), finds: 'nothing-foreseen' },
    'a quantity that nothing tells': {
      run: run().table(
        'baselines',
        baseline('constant', 0, { measure: 'r2' }),
        baseline('trees', -0.1, { measure: 'r2' }),
      ),
      finds: 'nothing-foreseen',
    },
    'labels that can be learnt': { run: models(0.9, 0.8), finds: 'label-foreseen', pointsTo: ['healthy'] },
    'a rare class that a model finds': {
      run: run()
        .table('baselines', baseline('constant', 0.95, RARE), baseline('trees', 0.95, { ...RARE, balanced: 0.8 }))
        .table('telling', telling(0.95, 0.95)),
      finds: 'label-foreseen',
    },
  },
  well: { 'labels that can be learnt, beside a run': joined(models(0.9, 0.8), learns()) },
  outside: {
    'no label': { run: run().table('baselines'), because: 'no-label-column' },
    'a guess alone': { run: run().table('baselines', baseline('constant', 0.5)), because: 'no-label-column' },
    'nobody looked at the data': { run: stuck(), because: 'baselines' },
  },
})

weighsBeside(check, {
  data: models(0.49, 0.51),
  cause: 'uninformative-features',
  shows: stuck(),
  lacks: learns(),
  sees: true,
})
