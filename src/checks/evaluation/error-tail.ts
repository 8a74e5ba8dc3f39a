// Do a few rows carry most of the squared error?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { rowTable, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'error-tail',
  group: 'evaluation',
  needs: ['exampleLosses'],
  helps: [],
  limits: {
    rows: 100, // rows below which one of a hundred is no share
    carried: 0.3, // part of the error from which its tail is heavy, carried by the worst hundredth
    times: 100, // the worst of the errors against the middle one
  },
  examine({ exampleLosses }, limits) {
    const list = exampleLosses.filter((own) => own.measure === 'mse' && own.count >= limits.rows)
    if (list.length === 0) return irrelevant('no-regression-predictions')
    const one = list.reduce((a, b) => (b.carried > a.carried ? b : a))
    const middle = one.quantiles[3]!
    const worst = one.worst[0]?.loss ?? 0
    const values = {
      split: one.split,
      carried: one.carried,
      rows: one.count,
      worst: Math.sqrt(worst),
      usual: Math.sqrt(middle),
    }
    if (one.carried <= limits.carried || worst <= limits.times * middle) return clear(values, { outliers: 2 })
    return found(
      finding({
        id: 'few-rows-carry-the-error',
        values,
        where: splitOf(one.split),
        exhibits: [
          rowTable(
            'exhibit.worst-examples',
            one.worst.map((own) => own.ref),
            one.worst.map((own) => [own.truth, own.predicted, own.loss]),
            ['label', 'predicted', 'loss'],
          ),
        ],
        points: { outliers: 3.8 },
        ground: 'examples/loss',
      }),
    )
  },
})
