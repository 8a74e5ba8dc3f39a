// Is the training accuracy far above the validation accuracy?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, pair } from '../curves.ts'

export default defineCheck({
  name: 'accuracy-gap',
  group: 'reading',
  needs: ['accuracy'],
  helps: ['examplesValFact'],
  limits: { gap: 0.05, wide: 0.1, veryWide: 0.22, standardErrors: 3, learnt: 0.6 },
  examine({ accuracy, examplesValFact }, limits) {
    const both = pair(accuracy)
    if (!both) return irrelevant('no-held-out-metric')
    const train = ends(asShare({ ...both.trainSeries, value: both.train })).last
    const val = ends(asShare({ ...both.valSeries, value: both.val })).last
    const gap = train - val
    const error = examplesValFact ? Math.sqrt(Math.max(val * (1 - val), 0.01) / examplesValFact) : 0
    const values = { train, val, gap, metric: both.valSeries.name }
    if (gap < limits.gap || gap < limits.standardErrors * error || train < limits.learnt)
      return clear(
        values,
        gap < 0.02 && train > limits.learnt ? { overfitting: 1.5, 'too-little-data': 1, 'model-too-large': 1 } : {},
      )
    const weight = gap > limits.veryWide ? 3.2 : gap > limits.wide ? 2.6 : 1.7
    return found(
      finding({
        id: 'accuracy-gap',
        values,
        where: { split: 'val' },
        exhibits: both.val.length > 1 ? [curveExhibit('accuracy', [both.trainSeries, both.valSeries])] : [],
        points: {
          overfitting: weight,
          'too-little-data': weight - 0.6,
          'model-too-large': weight - 0.8,
          'too-little-regularization': weight - 0.9,
          'distribution-shift': 1,
          'preprocessing-mismatch': 0.6,
          'batch-norm-statistics': 0.4,
          'label-noise': 0.4,
          healthy: -1.5,
        },
        ground: 'accuracy/gap',
      }),
    )
  },
})
