// Does a number stand where others are missing, as -999, or as a 0 far below every other value?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, notWell, seenAs } from '../data-beside.ts'

export default defineCheck({
  name: 'stand-in-values',
  group: 'data',
  needs: ['profile', 'run'],
  helps: [],
  limits: {
    share: 0.001, // of a column's cells, at least
    far: 0.3, // distance of a 0 from the next value, over the usual value, that no measure leaves by itself
  },
  examine({ profile, run }, limits) {
    const numbers = profile.filter((one) => one.role === 'feature' && one.mean !== undefined)
    if (numbers.length === 0) return irrelevant('no-number-columns')
    const share = (one: (typeof numbers)[number]) => (one.sentinel?.count ?? 0) / Math.max(1, one.count)
    const marked = numbers.filter((one) => share(one) > limits.share).sort((a, b) => share(b) - share(a))
    const worst = marked[0]
    if (!worst) return clear({ columns: new Set(numbers.map((one) => one.column)).size }, { 'missing-values': 0.5 })
    const far = marked.some((one) => one.sentinel!.distance > limits.far)
    const names = [...new Set(marked.map((one) => one.column))]
    const { weight, shown } = beside(run, worst.sentinel!.value !== 0 ? 5.6 : far ? 4.8 : 1.6, notWell)
    return found(
      finding({
        id: worst.sentinel!.value === 0 ? 'zeros-stand-in' : 'number-stands-in',
        values: {
          column: worst.column,
          value: worst.sentinel!.value,
          count: worst.sentinel!.count,
          share: share(worst),
          columns: names.length,
          names: fewNames(names, 6),
        },
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.stand-ins',
            columns: ['column', 'split', 'value', 'count', 'share'],
            rows: marked
              .slice(0, 20)
              .map((one) => [one.column, one.split, one.sentinel!.value, one.sentinel!.count, share(one)]),
          },
        ],
        points: { 'missing-values': weight, outliers: 0.5 },
        ...seenAs('missing-values', { weight, shown }),
        ground: 'data/stand-ins',
      }),
    )
  },
})
