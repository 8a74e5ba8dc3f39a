// Is the training accuracy far above the validation accuracy?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, pairOfShares } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'accuracy-gap',
  group: 'reading',
  needs: ['accuracy'],
  helps: ['examplesValFact'],
  limits: {
    gap: 0.05, // training accuracy above validation, at least
    wide: 0.1, // from here on the gap is wide
    veryWide: 0.22, // from here on it is very wide
    standardErrors: 3, // the gap in standard errors of the validation accuracy, at least
    learnt: 0.6, // training must have reached this accuracy
    lost: 0.15, // validation that fell so far from its best was better before
    close: 0.02, // a gap below it speaks against overfitting
  },
  examine({ accuracy, examplesValFact }, limits) {
    const both = pairOfShares(accuracy)
    if (!both) return irrelevant('no-held-out-metric')
    const [train, val] = [ends(both.train).last, ends(both.val).last]
    const gap = train - val
    const error = examplesValFact ? Math.sqrt(Math.max(val * (1 - val), 0.01) / examplesValFact) : 0
    const values = { train, val, gap, metric: both.valSeries.name }
    if (gap < limits.gap || gap < limits.standardErrors * error || train < limits.learnt)
      return clear(values, gap < limits.close && train > limits.learnt ? AGAINST : {})
    const lost = both.val.length > 2 ? Math.max(0, ...both.val) - val : 0
    const weight = gap > limits.veryWide ? 3.2 : gap > limits.wide ? 2.6 : 1.7
    return found(
      finding({
        id: 'accuracy-gap',
        values,
        where: { split: 'val' },
        exhibits: both.val.length > 1 ? [curveExhibit('accuracy', [both.trainSeries, both.valSeries])] : [],
        points: pointsOf(weight, lost > limits.lost),
        ground: 'accuracy/gap',
      }),
    )
  },
})

const AGAINST: Weights = { overfitting: 1.5, 'too-little-data': 1, 'model-too-large': 1 }

/** Overfitting rarely makes the held-out accuracy fall far; what does is another distribution or another mode. */
function pointsOf(weight: number, falls: boolean): Weights {
  return {
    overfitting: falls ? weight - 2.2 : weight,
    'too-little-data': weight - 0.6,
    'model-too-large': weight - 0.8,
    'too-little-regularization': weight - 0.9,
    'distribution-shift': falls ? 2.8 : 1,
    'preprocessing-mismatch': falls ? 2 : 0.6,
    'batch-norm-statistics': falls ? 2.2 : 0.4,
    'label-noise': 0.4,
    healthy: -1.5,
  }
}
