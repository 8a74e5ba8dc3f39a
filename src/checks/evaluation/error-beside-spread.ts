// How large is the error of a regression beside the spread of its targets: does the loss only look small?

import type { Residuals } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import type { Exhibit } from '../finding.ts'

export default defineCheck({
  name: 'error-beside-spread',
  group: 'evaluation',
  needs: ['residuals'],
  helps: [],
  limits: {
    small: 0.1, // mean squared error below which it looks small
    much: 0.6, // and the share of the spread that its root is all the same
  },
  examine({ residuals }, limits) {
    const one = residuals.find((own) => own.split === 'test') ?? residuals.at(-1)
    if (!one) return irrelevant('no-regression-predictions')
    if (!(one.spread > 0)) return irrelevant('targets-alike')
    const loss = one.rmse ** 2
    const values = {
      split: one.split,
      loss,
      rmse: one.rmse,
      range: one.ofRange,
      spread: one.ofSpread,
      r2: one.r2,
      low: one.range[0],
      high: one.range[1],
    }
    if (loss >= limits.small || one.ofSpread < limits.much) return clear(values, { 'loss-scale': 1 })
    return found(
      finding({
        id: 'small-loss-large-error',
        values,
        where: splitOf(one.split),
        exhibits: [truthBesidePrediction(one)],
        points: { 'loss-scale': 3.6, healthy: -1 },
        ground: 'predictions/units',
      }),
    )
  },
})

function truthBesidePrediction({ truth, predicted }: Residuals): Exhibit {
  return { kind: 'scatter', title: 'exhibit.true-and-predicted', x: truth, y: predicted, names: ['y_true', 'y_pred'] }
}
