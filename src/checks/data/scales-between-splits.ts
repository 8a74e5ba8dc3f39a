// Are the columns of a held-out split scaled otherwise than those of the training?

import type { DataColumn } from '../../record/data-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAbove, seenAs, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'scales-between-splits',
  group: 'data',
  needs: ['profile', 'run'],
  helps: [],
  limits: {
    ratio: 3, // of the spreads, or its inverse, that only another scaling gives
    share: 0.5, // of the columns that have it
    columns: 2, // columns, at least
    rows: 20, // rows of a split, at least
  },
  examine({ profile, run }, limits) {
    const splits = [...new Set(profile.map((one) => one.split))].filter((split) => split !== 'all')
    if (splits.length < 2) return irrelevant('one-split')
    const columns = profile.filter(
      (one) => one.role === 'feature' && one.spread !== undefined && one.count >= limits.rows,
    )
    const worst = splits
      .slice(1)
      .map((split) => ({ split, ...scaledOtherwise(columns, splits[0]!, split, limits.ratio) }))
      .filter((one) => one.both > 0)
      .sort((a, b) => b.odd.length / b.both - a.odd.length / a.both)[0]
    if (!worst) return irrelevant('no-number-columns')
    const { odd, both } = worst
    const values = { first: splits[0]!, second: worst.split, odd: odd.length, columns: both }
    if (!odd[0] || odd.length < limits.columns || odd.length < limits.share * both)
      return clear(values, { 'preprocessing-mismatch': 2 })
    const [example, held] = odd[0]
    const { weight, shown } = beside(run, 6.2, heldOutAbove)
    return found(
      finding({
        id: 'splits-scaled-otherwise',
        values: {
          ...values,
          column: example.column,
          min: example.min ?? null,
          max: example.max ?? null,
          low: held.min ?? null,
          high: held.max ?? null,
        },
        where: splitOf(worst.split),
        points: { 'preprocessing-mismatch': weight, 'distribution-shift': 1 },
        ...seenAs('preprocessing-mismatch', { weight, shown }),
        ground: 'data/shift',
      }),
    )
  },
})

/** Columns that vary in one of two splits at least: how many there are, and those with another spread, as pairs. */
function scaledOtherwise(columns: readonly DataColumn[], first: string, second: string, ratio: number) {
  const other = new Map(columns.filter((one) => one.split === second).map((one) => [one.column, one]))
  const both = columns
    .filter((one) => one.split === first && other.has(one.column))
    .map((one) => [one, other.get(one.column)!] as const)
    .filter(([own, held]) => own.spread! > 0 || held.spread! > 0)
  const odd = both.filter(([own, held]) => {
    const times = held.spread! / (own.spread! || 1e-12)
    return times > ratio || times < 1 / ratio
  })
  return { both: both.length, odd }
}
