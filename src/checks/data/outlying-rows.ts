// Do whole rows lie apart from all others?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, rowTable, seenAs, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'outlying-rows',
  group: 'data',
  needs: ['outlierRows', 'run'],
  helps: [],
  limits: {
    times: 3.5, // distance to the neighbours over the usual one
    most: 0.08, // share of the rows above which they are a second kind of rows
  },
  examine({ outlierRows, run }, limits) {
    const all = outlierRows[0]
    if (!all || all.of === 0) return irrelevant('few-data-rows')
    const apart = all.ranked.filter((one) => one.score > limits.times)
    const [worst] = apart
    if (!worst || all.rows > limits.most * all.of) return clear({ rows: all.of }, { outliers: 0.5 })
    const { weight, shown } = beside(run, worst.score > 2 * limits.times ? 5 : 4, suffers)
    return found(
      finding({
        id: 'rows-apart',
        values: {
          rows: apart.length,
          of: all.of,
          score: worst.score,
          names: fewNames(worst.columns),
          row: worst.ref.row ?? null,
        },
        exhibits: [
          rowTable(
            'exhibit.outlying-rows',
            apart.slice(0, 20).map((one) => one.ref),
            apart.slice(0, 20).map((one) => [one.score]),
            ['score'],
          ),
        ],
        points: { outliers: weight },
        ...seenAs('outliers', { weight, shown }),
        ground: 'data/outlying-rows',
      }),
    )
  },
})
