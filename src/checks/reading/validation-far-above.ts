// Is the validation loss far above the training loss from the first epoch on?

import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, ends, pair } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { hasBatchNorm, NORM_EVIDENCE } from '../task.ts'

export default defineCheck({
  name: 'validation-far-above',
  group: 'reading',
  needs: ['loss'],
  helps: [...NORM_EVIDENCE],
  limits: {
    ratio: 2.5, // validation over training loss that is far above
    always: 0.8, // part of the values that must be far above
    first: 2, // the ratio of the first values, at least
    points: 4, // values from which a validation that never falls counts
    fallen: 0.3, // share by which validation would have to fall
    close: 1.3, // a first ratio below it speaks against it
  },
  examine({ loss, ...known }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    const { train, val, x } = both
    if (val.some((one) => one <= 0) || train.some((one) => one <= 0)) return irrelevant('no-ratio')
    const ratios = val.map((one, i) => one / train[i]!)
    const first = ratios[0]!
    const above = ratios.filter((ratio) => ratio > limits.ratio).length / ratios.length
    const values = {
      ratio: median(ratios),
      first,
      val: val[0]!,
      train: train[0]!,
      metric: both.valSeries.name,
      epochs: val.length,
    }
    // Overfitting lets the validation loss come down first; here it never does while training falls at once.
    const level = ends(val)
    const never = ratios[1]! > limits.ratio && level.first - level.last < limits.fallen * level.first
    const atOnce = first >= limits.first || (never && val.length >= limits.points)
    const begins = x[0]! <= 1 || both.valSeries.axis === 'step'
    if (val.length < 2 || !begins || !atOnce || above < limits.always)
      return clear(values, first < limits.close ? { 'preprocessing-mismatch': 1.5, 'batch-norm-statistics': 1 } : {})
    return found(
      finding({
        id: 'reading/validation-far-above',
        values,
        where: { split: 'val' },
        exhibits: [curveExhibit('train-and-validation', [both.trainSeries, both.valSeries])],
        points: pointsOf(hasBatchNorm(known)),
        ground: 'loss/gap',
      }),
    )
  },
})

function pointsOf(norm: boolean): Weights {
  return {
    'batch-norm-statistics': norm ? 5.4 : 2.4,
    'preprocessing-mismatch': 2.3,
    'distribution-shift': 2.1,
    overfitting: norm ? -3 : -1.8,
    'too-little-data': norm ? -1 : 0,
    'validation-set-too-small': 0.3,
    healthy: -2,
  }
}
