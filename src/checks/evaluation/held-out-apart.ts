// Does the model score on the test as it does on the validation rows, which it has not seen either?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { clearlyBelow, mainMeasure, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'held-out-apart',
  group: 'evaluation',
  needs: ['scores'],
  helps: [],
  limits: {
    accuracy: 0.05, // distance of two shares that matters
    r2: 0.12, // distance of two R2 that matters
    far: 0.2, // distance from which the two splits cannot be of one kind
  },
  examine({ scores }, limits) {
    const { val, test } = trainAndHeldOut(scores)
    if (!val || !test) return irrelevant('one-held-out')
    const measure = mainMeasure(scores)
    const gap = val.model.value - test.model.value
    const values = {
      measure,
      val: val.model.value,
      test: test.model.value,
      low: test.model.low,
      high: test.model.high,
      gap,
    }
    if (!clearlyBelow(val.model, test.model, measure === 'r2' ? limits.r2 : limits.accuracy))
      return clear(values, { 'distribution-shift': 1.5, 'preprocessing-mismatch': 1.5 })
    const far = gap > limits.far
    return found(
      finding({
        id: 'test-below-validation',
        values,
        where: { split: 'test' },
        points: {
          'distribution-shift': far ? 3.4 : 2.8,
          'preprocessing-mismatch': far ? 3.4 : 2.4,
          'data-leakage': 0.8,
          overfitting: -0.5,
          healthy: -3,
        },
        ground: 'scores/held-out',
      }),
    )
  },
})
