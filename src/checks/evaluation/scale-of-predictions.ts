// Are the predictions in the unit of the targets, or would another scale and origin make them right?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'scale-of-predictions',
  group: 'evaluation',
  needs: ['residuals'],
  helps: [],
  limits: {
    rows: 20, // rows below which a line through them says little
    gain: 0.3, // what another scale and origin add to R2
    right: 0.4, // and what it must reach with them
  },
  examine({ residuals }, limits) {
    const known = residuals.filter((own) => own.rows >= limits.rows && own.spread > 0)
    if (known.length === 0) return irrelevant('no-regression-predictions')
    const gain = (own: (typeof known)[number]) => own.r2Then - Math.max(own.r2, -1)
    const one = known.reduce((a, b) => (gain(b) > gain(a) ? b : a))
    const values = {
      split: one.split,
      r2: one.r2,
      mended: one.r2Then,
      slope: one.slope,
      intercept: one.intercept,
      spread: one.spread,
      predicted: one.predictedSpread,
    }
    if (gain(one) <= limits.gain || one.r2Then <= limits.right)
      return clear(values, { 'preprocessing-mismatch': 0.5, 'unscaled-targets': 0.5 })
    const everywhere = known.length > 1 && known.every((own) => gain(own) > limits.gain)
    return found(
      finding({
        id: everywhere ? 'predictions-in-another-unit' : 'predictions-off-in-a-split',
        values,
        where: splitOf(one.split),
        points: { 'preprocessing-mismatch': 4.4, 'distribution-shift': everywhere ? 0 : 1.6, healthy: -3 },
        ill: true,
        ground: 'predictions/units',
      }),
    )
  },
})
