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
  },
  examine({ telling, run }, limits) {
    const best = telling[0]
    if (!best) return irrelevant('no-label-column')
    const values = { column: best.column, alone: best.alone, guess: best.guess, without: best.without }
    const errors = Math.max(1 - best.alone, 1e-4)
    const leaks = best.alone >= limits.alone && best.guess < best.alone && 1 - best.without > limits.better * errors
    if (!leaks) return clear(values, { 'data-leakage': 0.4 })
    const { weight, shown } = beside(run, 5.4, () => true)
    return found(
      finding({
        id: 'column-tells-all',
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
        ...seenAs('data-leakage', { weight, shown }),
        ground: 'data/telling',
      }),
    )
  },
})
