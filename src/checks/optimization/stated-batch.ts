// Is the stated batch very small or very large for what the loss does?

import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, finest, heldOut, main } from '../curves.ts'

export default defineCheck({
  name: 'stated-batch',
  group: 'optimization',
  needs: ['batchSizeFact'],
  helps: ['loss', 'accuracy', 'examplesTrainFact'],
  limits: { small: 4, large: 0.25, fallen: 0.3, reached: 0.5 },
  examine({ batchSizeFact, loss, accuracy, examplesTrainFact }, limits) {
    const series = finest(loss, 'train')
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const fall = series ? 1 - ends(series.value).last / Math.max(ends(series.value).first, 1e-12) : undefined
    const poor = (reached !== undefined && reached < limits.reached) || (fall !== undefined && fall < limits.fallen)
    const values = {
      batch: batchSizeFact,
      examples: examplesTrainFact ?? null,
      noise: series ? noise(series.value).scale : 0,
    }
    if (!series && !score) return irrelevant('no-train-loss')
    if (batchSizeFact <= limits.small && poor)
      return found(
        finding({
          id: 'small-batch',
          values,
          points: { 'batch-too-small': 2.6, 'learning-rate-too-high': 2.2, 'batch-noise': 0.8 },
          ground: 'batch/stated',
        }),
      )
    if (examplesTrainFact && batchSizeFact >= limits.large * examplesTrainFact && poor)
      return found(
        finding({
          id: 'large-batch',
          values,
          points: { 'batch-too-large': 3.6, 'too-few-epochs': 1.5 },
          ground: 'batch/stated',
        }),
      )
    return clear(values, {
      'batch-too-small': batchSizeFact > 16 ? 1.5 : 0,
      'batch-too-large': batchSizeFact <= 256 ? 1 : 0,
    })
  },
})
