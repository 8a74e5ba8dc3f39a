// Is the score on validation rows clearly below that on the rows of the training?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { clearlyBelow, mainMeasure, rowsOf, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'score-gap',
  group: 'evaluation',
  needs: ['scores'],
  helps: ['predictions', 'parametersFact'],
  limits: {
    accuracy: 0.04, // gap of two shares that matters
    r2: 0.1, // gap of two R2 that matters
    large: 0.12, // gap from which nothing else explains it so well
    nearlyAll: 0.97, // a training score that leaves nothing to learn
  },
  examine({ scores, predictions, parametersFact: parameters }, limits) {
    const { train, val, test } = trainAndHeldOut(scores)
    const held = val ?? test
    if (!train || !held) return irrelevant('no-two-scores')
    const measure = mainMeasure(scores)
    const [own, other] = [train.model, held.model]
    const gap = own.value - other.value
    const values = {
      measure,
      train: own.value,
      split: held.split,
      score: other.value,
      low: other.low,
      high: other.high,
      gap,
      rows: rowsOf(predictions, 'train'),
      parameters: parameters ?? null,
    }
    // a test that falls as well beside a validation that holds is another matter (held-out-apart)
    if (!clearlyBelow(own, other, measure === 'r2' ? limits.r2 : limits.accuracy))
      return clear(values, { overfitting: val ? 2 : 1.5, healthy: -0.4 })
    const alone = val === undefined
    const large = gap > limits.large && own.value > limits.nearlyAll
    return found(
      finding({
        id: 'score-gap',
        values,
        where: { split: held.split === 'all' ? 'test' : held.split },
        points: {
          overfitting: (large ? 4.6 : 3.4) - (alone ? 1 : 0),
          'too-little-data': 1.2,
          'distribution-shift': alone ? 1 : 0.3,
          'preprocessing-mismatch': alone ? 1 : 0.3,
          healthy: -2,
        },
        ground: 'scores/gap',
      }),
    )
  },
})
