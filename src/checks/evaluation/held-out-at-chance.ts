// Is the held-out accuracy no better than guessing while training has learnt?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, pair } from '../curves.ts'
import { chance } from '../task.ts'

export default defineCheck({
  name: 'held-out-at-chance',
  group: 'evaluation',
  needs: ['accuracy', 'run'],
  helps: ['batchNormFact', 'pretrainedFact'],
  limits: { learnt: 0.25, near: 0.06, nothing: 0.02, begun: 0.4, never: 0.4 },
  examine({ accuracy, run, batchNormFact, pretrainedFact }, limits) {
    const both = pair(accuracy)
    if (!both) return irrelevant('no-held-out-metric')
    const train = ends(asShare({ ...both.trainSeries, value: both.train })).last
    const val = ends(asShare({ ...both.valSeries, value: both.val })).last
    const random = chance(run)
    const level = random === undefined ? limits.nothing : random + limits.near
    const values = { metric: both.valSeries.name, train, val }
    const learnt = train > Math.max(limits.begun, (random ?? 0) + limits.learnt)
    if (!learnt || val > level) return clear(values, { 'preprocessing-mismatch': 1 })
    // Worse than guessing: the held-out classes were never seen, as where sorted data are cut in two.
    const never = val < limits.never * (random ?? limits.nothing / limits.never)
    const norm = batchNormFact === true || pretrainedFact === true
    return found(
      finding({
        id: 'held-out-at-chance',
        values,
        where: { split: 'val' },
        exhibits: both.val.length > 1 ? [curveExhibit('accuracy', [both.trainSeries, both.valSeries])] : [],
        points: {
          'batch-norm-statistics': norm ? 4.4 : 3.8,
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
