// Do the predictions hold: better than guessing on unseen rows, and as good there as on those of the training?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { clearlyBelow, mainMeasure, reachedOf, rowsOf, scoredSplits, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'sound-predictions',
  group: 'evaluation',
  needs: ['scores', 'predictions'],
  helps: ['confusion'],
  limits: {
    rows: 30, // held-out rows, at least
    reached: 0.25, // part of what lies above guessing that the held-out rows must reach
    accuracy: 0.06, // gap of two shares that is still near
    r2: 0.15, // gap of two R2 that is still near
    renamed: 0.2, // accuracy that another order of the class names may add
  },
  examine({ scores, predictions, confusion }, limits) {
    const { train, held } = trainAndHeldOut(scores)
    if (!held || rowsOf(predictions, held.split) < limits.rows) return irrelevant('no-held-out-predictions')
    const least = mainMeasure(scores) === 'r2' ? limits.r2 : limits.accuracy
    const others = scoredSplits(scores).filter((one) => one.split !== 'train')
    const holds = !train || others.every((one) => !clearlyBelow(train.model, one.model, least))
    const named = confusion?.every((one) => one.renamed - one.accuracy < limits.renamed) ?? true
    const { model, split, constant } = held
    const values = {
      split,
      measure: model.measure,
      score: model.value,
      low: model.low,
      high: model.high,
      guess: constant?.value ?? null,
      train: train?.model.value ?? null,
    }
    const better = reachedOf(held) > limits.reached && model.low > (constant?.value ?? 0)
    if (!better || !holds || !named) return clear(values, { healthy: 0.6 })
    return found(
      finding({
        id: train ? 'predictions-hold' : 'predictions-beat-guessing',
        values,
        points: { healthy: train ? 2.6 : 1.6, overfitting: train ? -1.2 : 0, 'misaligned-labels': -2 },
        ground: 'scores/health',
      }),
    )
  },
})
