// Is the validation loss far above the training loss from the first epoch on?

import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, ends, pair } from '../curves.ts'

export default defineCheck({
  name: 'validation-far-above',
  group: 'reading',
  needs: ['loss'],
  helps: ['batchNormFact', 'pretrainedFact', 'accuracy', 'layers'],
  limits: { ratio: 2.5, always: 0.8, first: 2, points: 4, fallen: 0.3 },
  examine({ loss, batchNormFact, pretrainedFact, layers }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    const { train, val, x } = both
    if (val.some((one) => one <= 0) || train.some((one) => one <= 0)) return irrelevant('no-ratio')
    const begins = x[0]! <= 1 || both.valSeries.axis === 'step'
    const ratios = val.map((one, i) => one / train[i]!)
    const above = ratios.filter((ratio) => ratio > limits.ratio).length / ratios.length
    const values = {
      ratio: median(ratios),
      first: ratios[0]!,
      val: val[0]!,
      train: train[0]!,
      metric: both.valSeries.name,
      epochs: val.length,
    }
    // Overfitting lets the validation loss come down first; here it never does while training falls at once.
    const never =
      val.length >= limits.points &&
      ratios[1]! > limits.ratio &&
      ends(val).first - ends(val).last < limits.fallen * ends(val).first
    if (val.length < 2 || !begins || !(ratios[0]! >= limits.first || never) || above < limits.always)
      return clear(values, ratios[0]! < 1.3 ? { 'preprocessing-mismatch': 1.5, 'batch-norm-statistics': 1 } : {})
    const norm =
      batchNormFact === true ||
      pretrainedFact === true ||
      (layers ?? []).some((layer) => /batch.?norm/i.test(layer.kind))
    return found(
      finding({
        id: 'reading/validation-far-above',
        values,
        where: { split: 'val' },
        exhibits: [curveExhibit('train and validation', [both.trainSeries, both.valSeries])],
        points: {
          'batch-norm-statistics': norm ? 5.4 : 2.4,
          'preprocessing-mismatch': 2.3,
          'distribution-shift': 2.1,
          overfitting: norm ? -3 : -1.8,
          'too-little-data': norm ? -1 : 0,
          'validation-set-too-small': 0.3,
          healthy: -2,
        },
        ground: 'loss/gap',
      }),
    )
  },
})
