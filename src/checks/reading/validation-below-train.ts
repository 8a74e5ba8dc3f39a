// Is the validation loss below the training loss, and does that need an explanation?

import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, pair } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'validation-below-train',
  group: 'reading',
  needs: ['loss'],
  helps: ['dropoutFact', 'regularizationFact', 'layers', 'augmentationFact', 'complaintFact'],
  limits: {
    below: 0.98, // validation over training loss that is below
    mostly: 0.6, // part of the values that must be below
    far: 0.55, // a ratio under it is far below
    late: 8, // values up to which the mean of an epoch still lags
    clearly: 0.85, // a ratio under it is clearly below
  },
  examine({ loss, dropoutFact, regularizationFact, layers, augmentationFact, complaintFact }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    const { train, val } = both
    if (val.some((one) => one <= 0) || train.some((one) => one <= 0)) return irrelevant('no-ratio')
    const ratios = val.map((one, i) => one / train[i]!)
    const below = ratios.filter((ratio) => ratio < limits.below).length / ratios.length
    const ratio = median(ratios)
    const [metric, other] = [both.valSeries.name, both.trainSeries.name]
    const values = { ratio, epochs: val.length, below, metric, train: other, dropout: dropoutFact ?? null }
    const asked = complaintFact?.includes('val-below-train') ?? false
    if (below < limits.mostly && !(asked && below > 0))
      return clear(values, { 'evaluation-asymmetry': 2, 'easy-validation-set': 1.5, 'data-leakage': 1 })
    const noisy =
      dropoutFact !== undefined ||
      regularizationFact !== undefined ||
      augmentationFact === true ||
      (layers ?? []).some((layer) => /dropout|noise/i.test(layer.kind))
    const size = ratio < limits.far ? 'far' : ratio < limits.clearly ? 'clearly' : 'little'
    return found(
      finding({
        id: noisy ? 'reading/validation-below-train-dropout' : 'reading/validation-below-train',
        values,
        where: { split: 'val' },
        exhibits: [curveExhibit('train-and-validation', [both.trainSeries, both.valSeries])],
        points: pointsOf(size, noisy, val.length <= limits.late),
        ground: 'loss/below',
      }),
    )
  },
})

/** `noisy`: training is known to be harder than validation; `early`: the mean of an epoch still lags behind its end. */
function pointsOf(size: 'far' | 'clearly' | 'little', noisy: boolean, early: boolean): Weights {
  const strange = size === 'far' && !early
  return {
    'evaluation-asymmetry': 2.8 + (noisy ? 1 : 0) + (early ? 0.6 : 0) - (strange ? 0.8 : 0),
    'easy-validation-set': { far: 2, clearly: 1.8, little: 1.4 }[size],
    'data-leakage': strange ? 1.6 : 0.5,
    healthy: 0.5,
    overfitting: -1.5,
    'too-much-regularization': noisy && !early ? 0.6 : 0,
  }
}
