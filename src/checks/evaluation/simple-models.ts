// Does the network reach what a simple model reaches on the same rows?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Weights } from '../finding.ts'
import { bestSimple, mainMeasure, rowsOf, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'simple-models',
  group: 'evaluation',
  needs: ['scores', 'baselines'],
  helps: ['predictions'],
  limits: {
    rows: 30, // held-out rows, at least
    better: 0.05, // by which the simple model must be better to matter
    errors: 2, // and so many standard errors of its score
  },
  examine({ scores, baselines, predictions }, limits) {
    const measure = mainMeasure(scores)
    const { train, val, test, held } = trainAndHeldOut(scores)
    const simple = bestSimple(baselines, measure)
    if (!train || !held || !simple) return irrelevant('no-two-scores')
    // a split of another kind says nothing of the model
    const judged = val && test && val.model.value > test.model.value ? val : held
    if (rowsOf(predictions, judged.split) < limits.rows) return irrelevant('few-predictions')
    const values = {
      split: judged.split,
      measure,
      score: judged.model.value,
      train: train.model.value,
      simple: simple.score,
      model: simple.model,
    }
    const margin = Math.max(limits.better, limits.errors * simple.error)
    const behind = simple.score - judged.model.high
    if (simple.score - values.score <= margin || behind <= 0) return clear(values, REACHED)
    const learnt = values.train >= simple.score - margin
    return found(
      finding({
        id: learnt ? 'simple-models-hold-better' : 'simple-models-do-better',
        values,
        ...(judged.split === 'all' ? {} : { where: { split: judged.split } }),
        points: learnt ? BY_HEART : LITTLE,
        ground: 'scores/simple',
      }),
    )
  },
})

/** The network reaches what they do: against what would keep it below. */
const REACHED: Weights = {
  'too-much-regularization': 2.5,
  'model-too-small': 2,
  'learning-rate-too-low': 1,
  'too-few-epochs': 1,
  'uninformative-features': 1,
}

/** Learnt of the training, and less of it holds than of theirs. */
const BY_HEART: Weights = { overfitting: 1.6, 'model-too-large': 1 }
const LITTLE: Weights = {
  'model-too-small': 2,
  'too-few-epochs': 1.6,
  'learning-rate-too-low': 1,
  'too-much-regularization': 1,
  healthy: -1.5,
}
