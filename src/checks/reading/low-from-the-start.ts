// Is the loss tiny already in the first epoch, or tiny throughout?

import { factOf } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, main } from '../curves.ts'
import { lossKind } from '../task.ts'

export default defineCheck({
  name: 'low-from-the-start',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['targetRangeFact', 'targetSpreadFact', 'examplesTrainFact', 'batchSizeFact', 'accuracy'],
  limits: { regression: 0.1, factor: 6 },
  examine({ loss, run, accuracy, examplesTrainFact, batchSizeFact }, limits) {
    const series = main(loss, 'train')
    if (!series) return irrelevant('no-train-loss')
    const kind = lossKind(run)
    if (kind === 'cross-entropy' || kind === 'binary-cross-entropy' || accuracy) return irrelevant('classification')
    const { first, last } = ends(series.value)
    const begins = !Number.isFinite(series.epoch[0]!) || series.epoch[0]! <= 1
    const updates = examplesTrainFact ? Math.ceil(examplesTrainFact / (batchSizeFact ?? 32)) : undefined
    const values = {
      metric: series.name,
      first,
      last,
      updates: updates ?? null,
      batch: batchSizeFact ?? 32,
      examples: examplesTrainFact ?? null,
    }
    if (!Number.isFinite(last)) return irrelevant('not-finite')
    const regression = kind === 'regression' || factOf(run, 'target_range') !== undefined
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
