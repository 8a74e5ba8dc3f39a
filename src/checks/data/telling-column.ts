// Does one column alone tell the label nearly without error, as only the label itself or something made from it would?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, seenAs } from '../data-beside.ts'

export default defineCheck({
  name: 'telling-column',
  group: 'data',
  needs: ['telling', 'run'],
  helps: [],
  limits: {
    alone: 0.985, // accuracy or R2 of the column alone
    better: 4, // times fewer errors than the best model makes without it
    near: 0.94, // a lower score alone is enough beside
    far: 8, // so many times fewer errors
    most: 0.88, // accuracy or R2 alone from which a column tells more than a cause of the label does
    gain: 0.15, // by which it exceeds the best model without it
    times: 2.2, // times fewer errors, likewise
  },
  examine({ telling, run }, limits) {
    const best = telling[0]
    if (!best) return irrelevant('no-label-column')
    const values = { column: best.column, alone: best.alone, guess: best.guess, without: best.without }
    const errors = Math.max(1 - best.alone, 1e-4)
    const fewer = (1 - best.without) / errors
    const above = best.guess < best.alone
    const leaks =
      above &&
      ((best.alone >= limits.alone && fewer > limits.better) || (best.alone >= limits.near && fewer > limits.far))
    const much = above && best.alone >= limits.most && fewer > limits.times && best.alone - best.without > limits.gain
    if (!leaks && !much) return clear(values, { 'data-leakage': 0.4 })
    const { weight, shown } = beside(run, leaks ? 5.4 : 3.2, () => true)
    return found(
      finding({
        id: leaks ? 'column-tells-all' : 'column-tells-most',
        values,
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.telling-columns',
            columns: ['column', 'alone', 'information'],
            rows: telling.slice(0, 10).map((one) => [one.column, one.alone, one.information]),
          },
        ],
        points: { 'data-leakage': weight },
        ...(leaks ? seenAs('data-leakage', { weight, shown }) : {}),
        ground: 'data/telling',
      }),
    )
  },
})
