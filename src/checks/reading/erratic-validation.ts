// Does the validation curve jump about while the training curve is smooth?

import { logOrLinear } from '../../signal/column.ts'
import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, pair, pairOfShares } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { hasBatchNorm, lossUnit, NORM_EVIDENCE } from '../task.ts'

export default defineCheck({
  name: 'erratic-validation',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'examplesValFact', ...NORM_EVIDENCE],
  limits: {
    points: 5, // values of both losses, at least
    times: 4, // roughness of validation over that of training
    least: 0.25, // roughness of validation, in powers of e
    standardErrors: 3, // swings of the accuracy below so many are those of few examples
    matters: 0.05, // noise below this share of the cost of guessing, or of the first loss, is none
    quiet: 0.03, // roughness below it speaks against few validation examples
  },
  examine({ loss, run, accuracy, examplesValFact, ...known }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    if (both.val.length < limits.points) return irrelevant('few-values')
    const train = noise(logOrLinear(both.train).y).scale
    const val = noise(logOrLinear(both.val).y).scale
    const shares = pairOfShares(accuracy)?.val ?? []
    const judged = shares.length >= limits.points
    const swing = judged ? noise(shares).scale : 0
    const values = { val, train, times: val / Math.max(train, 1e-6), swing, metric: both.valSeries.name }
    const matters = noise(both.val).scale > limits.matters * lossUnit(run, both.val)
    if (!(val > limits.least && val > limits.times * train && matters))
      return clear(values, { 'batch-norm-statistics': 0.3, 'validation-set-too-small': val < limits.quiet ? 1 : 0 })
    const chance = judged && examplesValFact ? Math.sqrt(0.25 / examplesValFact) : 0
    return found(
      finding({
        id: 'erratic-validation',
        values,
        where: { split: 'val' },
        exhibits: [curveExhibit('train-and-validation', [both.trainSeries, both.valSeries])],
        points: pointsOf(hasBatchNorm(known), swing < limits.standardErrors * chance),
        ground: 'loss/erratic',
      }),
    )
  },
})

/** `small`: the accuracy swings no more than a set of that size explains. */
function pointsOf(norm: boolean, small: boolean): Weights {
  return {
    'batch-norm-statistics': (norm ? 3.2 : 2.4) - (small ? 2 : 0),
    'validation-set-too-small': small ? 3 : 1.4,
    'learning-rate-too-high': 1.6,
    overfitting: -0.5,
    'distribution-shift': 0.6,
    'preprocessing-mismatch': 0.8,
    healthy: -1.5,
  }
}
