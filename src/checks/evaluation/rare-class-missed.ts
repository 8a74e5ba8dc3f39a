// Is the accuracy high while the recall or F1 of a class is near zero, or the stated imbalance strong?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { heldOutOrTrain, shareAtEnd } from '../curves.ts'

export default defineCheck({
  name: 'rare-class-missed',
  group: 'evaluation',
  needs: ['metrics'],
  helps: ['accuracy', 'majorityShareFact'],
  limits: {
    low: 0.2, // recall or F1 below it is a miss
    high: 0.6, // accuracy above it looks like success
    stated: 0.85, // a largest class above this share is strong imbalance
  },
  examine({ metrics, accuracy, majorityShareFact }, limits) {
    const lowest = metrics
      .filter((series) => ['recall', 'f1', 'balanced-accuracy', 'precision'].includes(series.metric))
      .map((series) => ({ series, last: shareAtEnd(series)! }))
      .sort((a, b) => a.last - b.last)[0]
    if (!lowest) return irrelevant('no-class-metric')
    const reached = shareAtEnd(heldOutOrTrain(accuracy)) ?? majorityShareFact
    const values = { metric: lowest.series.name, low: lowest.last, reached: reached ?? null }
    if (reached === undefined || reached < limits.high || lowest.last > limits.low)
      return clear(values, { 'class-imbalance': 1 })
    return found(
      finding({
        id: 'rare-class-missed',
        values,
        points: {
          'class-imbalance': (majorityShareFact ?? 0) > limits.stated ? 4.6 : 3.6,
          'collapsed-output': 1.5,
          'wrong-metric': 1.5,
          'no-targets-found': lowest.last === 0 ? 0.6 : 0,
          healthy: -2,
        },
        ground: 'class/recall',
      }),
    )
  },
})
