// Do single cells lie far outside what their column's own shape allows?

import type { DataColumn } from '../../record/data-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, seenAs, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'outlying-values',
  group: 'data',
  needs: ['profile', 'run'],
  helps: [],
  limits: {
    score: 8, // standard deviations of the column's shape from which one value is an outlier
    crowd: 6.5, // and from which several are
    several: 3, // cells of a column that are a crowd
    most: 0.08, // share of the cells above which they are no outliers but a second kind of rows
  },
  examine({ profile, run }, limits) {
    const numbers = profile.filter((one) => one.role === 'feature' && one.mean !== undefined)
    if (numbers.length === 0) return irrelevant('no-number-columns')
    const apart = numbers
      .filter(({ outlying, count }) => {
        if (!outlying || outlying.count > limits.most * count) return false
        return outlying.score > limits.score || (outlying.count >= limits.several && outlying.score > limits.crowd)
      })
      .sort((a, b) => b.outlying!.score - a.outlying!.score)
    const worst = apart[0]
    if (!worst) return clear({ columns: new Set(numbers.map((one) => one.column)).size }, { outliers: 1.5 })
    const names = [...new Set(apart.map((one) => one.column))]
    const far = worst.outlying!.score
    const { weight, shown } = beside(run, far > 2 * limits.score ? 5.6 : far > limits.score ? 4.6 : 3, suffers)
    return found(
      finding({
        id: 'cells-apart',
        values: {
          column: worst.column,
          farthest: worst.outlying!.farthest,
          score: far,
          count: apart.reduce((sum, one) => sum + one.outlying!.count, 0),
          columns: names.length,
          names: fewNames(names),
          mean: worst.mean ?? null,
        },
        exhibits: [cellTable(apart.slice(0, 20))],
        points: { outliers: weight },
        ...seenAs('outliers', { weight, shown }),
        ground: 'data/outlying',
      }),
    )
  },
})

function cellTable(apart: readonly DataColumn[]) {
  return {
    kind: 'table',
    title: 'exhibit.outlying-cells',
    columns: ['column', 'split', 'count', 'farthest', 'score'],
    rows: apart.map(({ column, split, outlying }) => [
      column,
      split,
      outlying!.count,
      outlying!.farthest,
      outlying!.score,
    ]),
  } as const
}
