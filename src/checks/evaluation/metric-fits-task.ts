// Does the accuracy tell how well the classes are found, or only how frequent one of them is?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import { trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'metric-fits-task',
  group: 'evaluation',
  needs: ['scores', 'confusion'],
  helps: [],
  limits: {
    high: 0.85, // an accuracy that looks good
    apart: 0.15, // distance of the balanced accuracy from it
    gained: 0.05, // what the accuracy is above the constant guess, at most, to be called empty
  },
  examine({ scores, confusion }, limits) {
    const { held, train } = trainAndHeldOut(scores, 'accuracy')
    const judged = held ?? train
    const balanced = judged && trainAndHeldOut(scores, 'balanced-accuracy')
    const other = balanced?.held ?? balanced?.train
    if (!judged || !other || confusion.length === 0) return irrelevant('no-classes')
    const guess = judged.constant?.value ?? 0
    const values = { split: judged.split, accuracy: judged.model.value, balanced: other.model.value, guess }
    const empty = values.accuracy > limits.high && values.accuracy - values.balanced > limits.apart
    if (!empty) return clear(values, { 'wrong-metric': 1.5 })
    return found(
      finding({
        id: 'accuracy-flatters',
        values,
        where: splitOf(judged.split),
        points: {
          'class-imbalance': 3,
          'wrong-metric': values.accuracy - guess < limits.gained ? 2.4 : 1.6,
          healthy: -1,
        },
        ground: 'predictions/recall',
      }),
    )
  },
})
