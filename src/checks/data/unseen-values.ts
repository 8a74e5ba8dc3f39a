// Does a held-out split hold categories that the training never shows?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAbove, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'unseen-values',
  group: 'data',
  needs: ['shift', 'parts', 'run'],
  helps: ['profile'],
  limits: {
    share: 0.01, // of the held-out rows that hold such a value
    many: 0.1, // of them, from which another kind of data was held out
    names: 0.5, // distinct values a row above which a column is one of names, each its own
  },
  examine({ shift, parts, run, profile }, limits) {
    if (shift.length === 0) return irrelevant('one-split')
    const named = new Set(profile?.filter((one) => one.distinct > limits.names * one.count).map((one) => one.column))
    const rows = (split: string) => Math.max(1, parts.find((one) => one.split === split)?.sampled ?? 1)
    const list = shift.flatMap(({ between, columns }) =>
      columns
        .filter((one) => one.unseen?.[0] && !named.has(one.column))
        .map((one) => {
          const held = one.unseen!.reduce((sum, [, count]) => sum + count, 0)
          return { column: one.column, between, held, share: held / rows(between[1]), values: one.unseen! }
        }),
    )
    const worst = list.sort((a, b) => b.share - a.share)[0]
    if (!worst || worst.share < limits.share) return clear({ share: worst?.share ?? 0 })
    const { weight } = beside(run, worst.share > limits.many ? 4.2 : 2.2, heldOutAbove)
    return found(
      finding({
        id: 'categories-unseen',
        values: {
          column: worst.column,
          first: worst.between[0],
          second: worst.between[1],
          rows: worst.held,
          share: worst.share,
          value: worst.values[0]![0],
        },
        where: splitOf(worst.between[1]),
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.unseen-values',
            columns: ['column', 'value', 'rows'],
            rows: worst.values.map(([value, count]) => [worst.column, value, count]),
          },
        ],
        points: { 'distribution-shift': weight, 'preprocessing-mismatch': 0.8 },
        ground: 'data/unseen',
      }),
    )
  },
})
