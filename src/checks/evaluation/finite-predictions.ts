// Are all predictions finite numbers?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'finite-predictions',
  group: 'evaluation',
  needs: ['predictions'],
  helps: [],
  limits: {},
  examine({ predictions }) {
    const one = [...predictions].sort((a, b) => b.nonFinite - a.nonFinite)[0]
    if (!one) return irrelevant('few-predictions')
    const values = { split: one.split, count: one.nonFinite, rows: one.rows }
    if (one.nonFinite === 0) return clear(values, { 'numeric-overflow': 1, 'missing-values': 1 })
    return found(
      finding({
        id: 'predictions-not-finite',
        values,
        where: splitOf(one.split),
        points: { 'missing-values': 3, 'numeric-overflow': 2.4, 'preprocessing-mismatch': 0.8, healthy: -5 },
        ill: true,
        ground: 'predictions/finite',
      }),
    )
  },
})
