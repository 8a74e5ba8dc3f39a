// Where only an accuracy is logged: is it that of guessing?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { heldOutOrTrain, shareAtEnd } from '../curves.ts'
import { classCount } from '../task.ts'

export default defineCheck({
  name: 'accuracy-at-chance',
  group: 'evaluation',
  needs: ['accuracy', 'run'],
  helps: ['loss'],
  limits: {
    near: 0.012, // distance from 1 / K that is still guessing
    relative: 0.25, // the same as a share of 1 / K, for many classes
  },
  examine({ accuracy, run, loss }, limits) {
    if (loss) return irrelevant('loss-judged')
    const classes = classCount(run)
    if (classes === undefined) return irrelevant('classes-unknown')
    const series = heldOutOrTrain(accuracy)
    const level = shareAtEnd(series)
    if (!series || level === undefined) return irrelevant('no-accuracy')
    const values = { metric: series.name, level, classes }
    if (Math.abs(level - 1 / classes) > Math.max(limits.near, limits.relative / classes))
      return clear(values, { 'collapsed-output': 1 })
    return found(
      finding({
        id: 'accuracy-at-chance',
        values,
        points: {
          'learning-rate-too-high': 2.2,
          'misaligned-labels': 1.8,
          'collapsed-output': 1.5,
          'poor-initialization': 1.4,
          'uninformative-features': 1.2,
          'learning-rate-too-low': 1.2,
          'unscaled-inputs': 1.4,
          healthy: -3,
        },
        ill: true,
        ground: 'accuracy/level',
      }),
    )
  },
})
