// Are all classes predicted about as often as they are true?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'predicted-classes',
  group: 'evaluation',
  needs: ['confusion'],
  helps: [],
  limits: {
    nearly: 0.97, // share of one predicted class that is nearly all
    trueShare: 0.9, // true share of that class above which it may be right so
  },
  examine({ confusion }, limits) {
    const one = confusion.find((own) => own.split === 'test') ?? confusion.at(-1)
    if (!one || one.classes.length < 2) return irrelevant('no-classes')
    const most = one.predictedShare.indexOf(Math.max(...one.predictedShare))
    if (most < 0) return irrelevant('few-predictions')
    const values = {
      split: one.split,
      class: one.classes[most]!,
      predicted: one.predictedShare[most]!,
      true: one.trueShare[most]!,
      never: one.predictedShare.filter((share) => share === 0).length,
      classes: one.classes.length,
    }
    if (values.predicted < limits.nearly) return clear(values, { 'collapsed-output': 3 })
    const fair = values.true > limits.trueShare
    return found(
      finding({
        id: 'one-class-predicted',
        values,
        where: splitOf(one.split),
        points: fair
          ? { 'class-imbalance': 2.4, 'wrong-metric': 1.4, 'collapsed-output': 0.8, healthy: -1 }
          : { 'collapsed-output': 3.8, 'class-imbalance': 1.6, 'preprocessing-mismatch': 1.4, healthy: -4 },
        ill: !fair,
        ground: 'predictions/shares',
      }),
    )
  },
})
