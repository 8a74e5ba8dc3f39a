// Does every split hold several classes, and the training all of them?

import type { LabelCount } from '../../record/data-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { fewNames, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'classes-in-splits',
  group: 'data',
  needs: ['labels'],
  helps: ['parts'],
  limits: {
    rows: 5, // rows of a split that hold one class only, at least
    unknown: 0.01, // share of a held-out split whose class the training does not know
  },
  examine({ labels, parts }, limits) {
    const counts = countsOf(labels)
    const single = counts.find((one) => one.classes === 1 && one.rows >= limits.rows)
    if (single)
      return found(
        finding({
          id: 'split-of-one-class',
          values: { split: single.split, label: single.counted[0]!.label, rows: single.rows },
          where: splitOf(single.split),
          points: {
            'single-class': single.split === 'train' || single.split === 'all' ? 6 : 4.4,
            'unshuffled-data': counts.length > 1 ? 2 : 0,
          },
          sees: 'single-class',
          ground: 'data/classes-in-splits',
        }),
      )
    const train = counts.find((one) => one.split === 'train')
    if (!train || counts.length < 2)
      return parts && counts.length > 0
        ? clear({ classes: counts[0]!.classes }, { 'single-class': 2 })
        : irrelevant('no-classes')
    const unknown = unknownTo(train, counts)
    if (!unknown || unknown.share < limits.unknown) return clear({ classes: train.classes }, { 'single-class': 2 })
    return found(
      finding({
        id: 'classes-unknown-to-training',
        values: {
          split: unknown.split,
          names: fewNames(unknown.own),
          share: unknown.share,
          classes: unknown.own.length,
        },
        where: splitOf(unknown.split),
        points: { 'unshuffled-data': 4, 'distribution-shift': 4.2 },
        ground: 'data/classes-in-splits',
      }),
    )
  },
})

interface SplitClasses {
  readonly split: LabelCount['split']
  readonly classes: number
  readonly rows: number
  readonly counted: readonly LabelCount[]
}

function countsOf(labels: readonly LabelCount[]): SplitClasses[] {
  return [...new Set(labels.map((one) => one.split))].map((split) => {
    const counted = labels.filter((one) => one.split === split)
    return { split, classes: counted.length, rows: rowsOf(counted), counted }
  })
}

/** The split with the largest share of rows whose class the training does not hold, and the names of those classes. */
function unknownTo(train: SplitClasses, counts: readonly SplitClasses[]) {
  const known = new Set(train.counted.map((one) => one.label))
  return counts
    .filter((one) => one !== train)
    .map(({ split, rows, counted }) => {
      const own = counted.filter((one) => !known.has(one.label))
      return { split, own: own.map((one) => one.label), share: rowsOf(own) / Math.max(1, rows) }
    })
    .sort((a, b) => b.share - a.share)[0]
}

function rowsOf(counted: readonly LabelCount[]): number {
  return counted.reduce((sum, one) => sum + one.rows, 0)
}
