// Are the targets so large that a squared error on them is out of scale?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, finest } from '../curves.ts'
import { classifies, isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'stated-targets',
  group: 'data',
  needs: ['loss', 'run'],
  helps: ['targetRangeFact', 'targetSpreadFact', 'taskFact', 'targets'],
  limits: {
    large: 100, // a range of targets from which they should be scaled
    loss: 1e4, // a first loss above it says so too, in a regression
    huge: 1e6, // and above this one where the task is not known
  },
  examine({ loss, run, targetRangeFact, targetSpreadFact, taskFact, targets }, limits) {
    if (targets) return irrelevant('watched')
    const kind = lossKind(run)
    if (isCrossEntropy(kind)) return irrelevant('classification')
    const series = finest(loss, 'train')
    const first = series?.value.find(Number.isFinite)
    if (!series || first === undefined) return irrelevant('no-train-loss')
    const range = targetRangeFact ? targetRangeFact[1] - targetRangeFact[0] : targetSpreadFact
    const regression = kind === 'regression' || taskFact === 'regression'
    const values = { metric: series.name, first, last: ends(series.value).last, range: range ?? null }
    if (range !== undefined && range < limits.large) return clear(values, { 'unscaled-targets': 2 })
    const huge = first > (regression ? limits.loss : limits.huge) && !classifies(run)
    if (range === undefined && !huge) return clear(values, { 'unscaled-targets': 0.8 })
    return found(
      finding({
        id: range === undefined ? 'huge-loss' : 'large-targets',
        values,
        points: {
          'unscaled-targets': range === undefined ? 2.6 : 3.6,
          outliers: 1,
          'unscaled-inputs': 0.8,
          'learning-rate-too-high': 0.8,
          'loss-scale': 1,
        },
        ground: 'targets/size',
      }),
    )
  },
})
