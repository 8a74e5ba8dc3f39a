// Is the first loss far above what guessing costs?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, finest } from '../curves.ts'
import { classCount, classifies, firstLoss, lossKind } from '../task.ts'

export default defineCheck({
  name: 'first-loss',
  group: 'model',
  needs: ['loss', 'run'],
  helps: ['inputsNormalizedFact', 'inputRangeFact'],
  limits: {
    times: 2.2, // first loss over the cost of guessing
    far: 12, // from here on labels out of range are likely
    stays: 0.5, // a last loss above this share of the first has not come down
    usual: 12, // a first loss that is high whatever the classes
    large: 20, // inputs beyond this size are not scaled
  },
  examine({ loss, run, inputsNormalizedFact, inputRangeFact }, limits) {
    const first = firstLoss(run)
    const series = finest(loss, 'train')
    if (!series || first === undefined) return irrelevant('excerpt')
    const kind = lossKind(run)
    const classes = classCount(run)
    if (kind === 'regression' || kind === 'other' || !(classes || classifies(run)))
      return irrelevant('no-classification')
    const guess = classes ? Math.log(classes) : limits.usual / limits.times
    const last = ends(series.value).last
    const values = { metric: series.name, first, guess, classes: classes ?? null, times: first / guess, last }
    if (first < limits.times * guess)
      return clear(values, { 'poor-initialization': 1.2, 'unscaled-inputs': 0.8, 'labels-out-of-range': 1 })
    const stays = last > limits.stays * first
    const unscaled =
      inputsNormalizedFact === false || (inputRangeFact ?? []).some((one) => Math.abs(one) > limits.large)
    return found(
      finding({
        id: classes ? 'first-loss' : 'first-loss-unknown-classes',
        values,
        exhibits: series.value.length > 1 ? [curveExhibit('loss', [series])] : [],
        points: {
          'unscaled-inputs': (unscaled ? 3.6 : 2.3) + (stays ? 0 : 0.3),
          'poor-initialization': stays ? 1.6 : 2.4,
          'labels-out-of-range': classes && stays && first > limits.far * guess ? 3.6 : 1,
          'learning-rate-too-high': series.axis === 'epoch' ? 1.6 : 0.6,
          'collapsed-output': stays ? 1.8 : 0,
          healthy: stays ? -2 : 0,
        },
        ground: 'loss/first',
      }),
    )
  },
})
