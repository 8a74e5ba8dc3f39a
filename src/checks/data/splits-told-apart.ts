// Can a classifier tell from which split a row comes?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, fewNames, heldOutAbove, labelsApart, seenAs, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'splits-told-apart',
  group: 'data',
  needs: ['shift', 'run'],
  helps: [],
  limits: {
    area: 0.6, // area under the ROC curve, above which the splits differ
    errors: 4, // and so many standard errors above one half
    far: 0.75, // an area from which they differ much
    part: 0.1, // of what the classifier sees, from which a column is named
    labels: 0.15, // distance of the class shares from which the columns follow them
  },
  examine({ shift, run }, limits) {
    if (shift.length === 0) return irrelevant('one-split')
    const worst = shift.reduce((a, b) => ((b.auc ?? 0) > (a.auc ?? 0) ? b : a))
    const { between, auc, error = 0, columns } = worst
    if (auc === undefined) return irrelevant('quick')
    const telling = [...columns].filter((one) => one.share > limits.part).sort((a, b) => b.share - a.share)
    const values = {
      first: between[0],
      second: between[1],
      auc,
      error,
      names: telling.length > 0 ? fewNames(telling.map((one) => one.column)) : 'none',
    }
    if (auc < limits.area || auc - 0.5 < limits.errors * error) return clear(values, { 'distribution-shift': 2 })
    const follows = labelsApart(run, between) > limits.labels
    const { weight, shown } = beside(run, follows ? 2 : auc > limits.far ? 5.4 : 4, heldOutAbove)
    return found(
      finding({
        id: 'splits-differ',
        values,
        where: splitOf(between[1]),
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.shifted-columns',
            columns: ['column', 'share', 'KS', 'PSI'],
            rows: telling.slice(0, 12).map((one) => [one.column, one.share, one.ks, one.psi]),
          },
        ],
        points: { 'distribution-shift': weight, 'preprocessing-mismatch': 1, 'easy-validation-set': -0.5 },
        ...(follows ? {} : seenAs('distribution-shift', { weight, shown })),
        ground: 'data/shift',
      }),
    )
  },
})
