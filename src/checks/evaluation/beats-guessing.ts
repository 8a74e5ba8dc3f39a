// Does the model foresee more than a constant guess, which needs no model?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Weights } from '../finding.ts'
import { mainMeasure, reachedOf, rowsOf, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'beats-guessing',
  group: 'evaluation',
  needs: ['scores'],
  helps: ['predictions'],
  limits: {
    uneven: 0.75, // accuracy of the constant guess from which the mean of the recalls is the measure
    rows: 20, // rows below which an interval says little
    learnt: 0.3, // part of what lies above guessing that the training must have reached to be learnt
  },
  examine({ scores, predictions }, limits) {
    // where one class is most of the rows, the accuracy of naming it is high and says nothing
    const uneven = scores.some(
      (one) => one.of === 'constant' && one.measure === 'accuracy' && one.value > limits.uneven,
    )
    const { train, held } = trainAndHeldOut(scores, uneven ? 'balanced-accuracy' : mainMeasure(scores))
    const judged = held ?? train
    if (!judged?.constant) return irrelevant('no-scores')
    if (rowsOf(predictions, judged.split) < limits.rows) return irrelevant('few-predictions')
    const { model, constant, split } = judged
    const values = { split, measure: model.measure, score: model.value, low: model.low, guess: constant.value }
    if (model.low > constant.value)
      return clear(values, { 'uninformative-features': 2, 'misaligned-labels': 1.5, 'collapsed-output': 1 })
    const learnt = train !== undefined && train !== judged && reachedOf(train) > limits.learnt
    return found(
      finding({
        id: learnt ? 'guessing-on-held-out' : 'no-better-than-guessing',
        values: { ...values, train: train?.model.value ?? null },
        ...(split === 'all' ? {} : { where: { split } }),
        points: learnt ? LOST : NEVER,
        ill: !learnt || model.value <= constant.value,
        ground: 'scores/held-out',
      }),
    )
  },
})

/** Learnt of the training, and nothing of it holds. */
const LOST: Weights = { overfitting: 2.4, 'preprocessing-mismatch': 2.2, 'distribution-shift': 1.8, healthy: -3 }
const NEVER: Weights = {
  'uninformative-features': 1.8,
  'misaligned-labels': 1.8,
  'model-too-small': 1,
  'class-imbalance': 1,
  healthy: -3,
}
