// Are there columns that hold one value only?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { fewNames } from '../data-beside.ts'

export default defineCheck({
  name: 'constant-columns',
  group: 'data',
  needs: ['profile'],
  helps: [],
  limits: {
    rows: 10, // rows from which a column that never changes says something
  },
  examine({ profile }, limits) {
    const first = profile[0]?.split
    const own = profile.filter((one) => one.split === first && one.role === 'feature')
    if (own.length === 0 || (own[0]?.count ?? 0) < limits.rows) return irrelevant('few-data-rows')
    const constant = own.filter((one) => (one.min !== undefined ? one.min === one.max : one.distinct <= 1))
    const values = {
      constant: constant.length,
      columns: own.length,
      names: fewNames(
        constant.map((one) => one.column),
        6,
      ),
    }
    if (constant.length === 0) return clear(values)
    return found(finding({ id: 'columns-constant', values, points: {}, ground: 'data/constant' }))
  },
})
