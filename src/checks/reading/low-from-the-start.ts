// Is the loss tiny already in the first epoch, or tiny throughout?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, main } from '../curves.ts'
import { isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'low-from-the-start',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['targetRangeFact', 'examplesTrainFact', 'batchSizeFact', 'accuracy'],
  limits: {
    regression: 0.1, // a first loss up to here is tiny
    factor: 6, // a loss that falls by more was not low from the start
    usualBatch: 32, // batch size that is assumed where none is stated
  },
  examine({ loss, run, accuracy, targetRangeFact, examplesTrainFact, batchSizeFact }, limits) {
    const series = main(loss, 'train')
    if (!series) return irrelevant('no-train-loss')
    const kind = lossKind(run)
    if (isCrossEntropy(kind) || accuracy) return irrelevant('classification')
    const { first, last } = ends(series.value)
    if (!Number.isFinite(last)) return irrelevant('not-finite')
    const begins = !Number.isFinite(series.epoch[0]!) || series.epoch[0]! <= 1
    const batch = batchSizeFact ?? limits.usualBatch
    const updates = examplesTrainFact ? Math.ceil(examplesTrainFact / batch) : undefined
    const values = {
      metric: series.name,
      first,
      last,
      updates: updates ?? null,
      batch,
      examples: examplesTrainFact ?? null,
    }
    const regression = kind === 'regression' || targetRangeFact !== undefined
    if (!regression || !begins || first > limits.regression || first <= 0 || first / last > limits.factor)
      return clear(values)
    return found(
      finding({
        id: !updates
          ? 'reading/low-from-the-start'
          : batchSizeFact
            ? 'reading/low-from-the-start-updates'
            : 'reading/low-from-the-start-assumed',
        values,
        points: { 'loss-scale': 2.6, healthy: 0.4, 'easy-validation-set': 0.3 },
        ground: 'loss/size',
      }),
    )
  },
})
