// Is the held-out accuracy no better than guessing while training has learnt?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, pairOfShares } from '../curves.ts'
import { chance, hasBatchNorm, NORM_EVIDENCE } from '../task.ts'

export default defineCheck({
  name: 'held-out-at-chance',
  group: 'evaluation',
  needs: ['accuracy', 'run'],
  helps: [...NORM_EVIDENCE],
  limits: {
    learnt: 0.25, // training must be so far above guessing
    near: 0.06, // validation at most so far above guessing
    nothing: 0.02, // the same where the classes are unknown, an accuracy near 0
    begun: 0.4, // training accuracy that counts as learnt in any case
    never: 0.4, // a share of guessing below which not even guessing works
  },
  examine({ accuracy, run, ...known }, limits) {
    const both = pairOfShares(accuracy)
    if (!both) return irrelevant('no-held-out-metric')
    const [train, val] = [ends(both.train).last, ends(both.val).last]
    const random = chance(run)
    const level = random === undefined ? limits.nothing : random + limits.near
    const values = { metric: both.valSeries.name, train, val }
    const learnt = train > Math.max(limits.begun, (random ?? 0) + limits.learnt)
    if (!learnt || val > level) return clear(values, { 'preprocessing-mismatch': 1 })
    // Worse than guessing: the held-out classes were never seen, as where sorted data are cut in two.
    const never = val < limits.never * (random ?? limits.nothing / limits.never)
    return found(
      finding({
        id: 'held-out-at-chance',
        values,
        where: { split: 'val' },
        exhibits: both.val.length > 1 ? [curveExhibit('accuracy', [both.trainSeries, both.valSeries])] : [],
        points: {
          'batch-norm-statistics': hasBatchNorm(known) ? 4.4 : 3.8,
          'preprocessing-mismatch': 3.6,
          'distribution-shift': never ? 3 : 2.6,
          'unshuffled-data': never ? 3.4 : 0.8,
          'misaligned-labels': 1,
          overfitting: -2,
          'too-little-data': -1,
          healthy: -3,
        },
        ill: true,
        ground: 'accuracy/gap',
      }),
    )
  },
})
