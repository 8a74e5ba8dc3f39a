// Are there cells without a value, or values that are no numbers?

import type { DataColumn } from '../../record/data-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, seenAs, turnsNonFinite } from '../data-beside.ts'

export default defineCheck({
  name: 'missing-cells',
  group: 'data',
  needs: ['profile', 'run'],
  helps: [],
  limits: {
    some: 0.0005, // share of a column's cells from which it is more than a stray cell
  },
  examine({ profile, run }, limits) {
    const cells = profile.filter((one) => one.role === 'feature' || one.role === 'label')
    const rows = Math.max(0, ...cells.map((one) => one.count))
    if (rows === 0) return irrelevant('no-rows')
    const holed = cells.filter((one) => lacking(one) > 0 && one.count > 0).sort((a, b) => shareOf(b) - shareOf(a))
    const worst = holed[0]
    if (!worst) return clear({ columns: new Set(cells.map((one) => one.column)).size, rows }, { 'missing-values': 3 })
    const names = [...new Set(holed.map((one) => one.column))]
    const alone = shareOf(worst) > limits.some ? 5.8 : 4
    const { weight, shown } = beside(run, alone, turnsNonFinite)
    const id =
      worst.infinite > worst.missing ? 'cells-infinite' : worst.role === 'label' ? 'labels-missing' : 'cells-missing'
    return found(
      finding({
        id,
        values: {
          column: worst.column,
          split: worst.split,
          share: shareOf(worst),
          cells: lacking(worst),
          columns: names.length,
          names: fewNames(names),
        },
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.missing-map',
            columns: ['column', 'split', 'cells', 'share'],
            rows: holed.slice(0, 20).map((one) => [one.column, one.split, lacking(one), shareOf(one)]),
          },
        ],
        points: { 'missing-values': weight },
        ...seenAs('missing-values', { weight, shown }),
        ground: 'data/missing',
      }),
    )
  },
})

function lacking(one: DataColumn): number {
  return one.missing + one.infinite
}

function shareOf(one: DataColumn): number {
  return lacking(one) / Math.max(1, one.count)
}
