// Are rare classes found as often as frequent ones?

import type { Confusion } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import { confusionMatrix } from '../predicted.ts'

export default defineCheck({
  name: 'class-recall',
  group: 'evaluation',
  needs: ['confusion'],
  helps: ['labels'],
  limits: {
    rows: 5, // rows that a class must have for its recall to mean something
    uneven: 4, // rows of the largest class to one of the smallest in the training
    lost: 0.15, // recall by which the rare class stays behind the others
    errors: 1.5, // and so many standard errors of its recall
  },
  examine({ confusion, labels }, limits) {
    const one = confusion.find((own) => own.split === 'test') ?? confusion.find((own) => own.split !== 'train')
    if (!one || one.classes.length < 2) return irrelevant('no-classes')
    const trained = confusion.find((own) => own.split === 'train')
    const shares = sharesOf(one, trained, labels)
    const rows = one.cells.map((cells) => cells.reduce((a, b) => a + b, 0))
    const rare = one.classes
      .map((name, i) => ({ name, share: shares(name), recall: one.recall[i]!, rows: rows[i]! }))
      .filter((own) => own.rows >= limits.rows && Number.isFinite(own.recall))
    if (rare.length < 2) return irrelevant('few-predictions')
    const [least, most] = [
      rare.reduce((a, b) => (b.share < a.share ? b : a)),
      rare.reduce((a, b) => (b.share > a.share ? b : a)),
    ]
    const values = {
      split: one.split,
      class: least.name,
      recall: least.recall,
      rows: least.rows,
      other: most.name,
      others: most.recall,
      ratio: most.share / Math.max(least.share, 1e-6),
      accuracy: one.accuracy,
    }
    const error = Math.sqrt(Math.max(least.recall * (1 - least.recall), 0.25 / least.rows) / least.rows)
    const behind = most.recall - least.recall
    const lost = behind > limits.lost && behind > limits.errors * error && values.ratio > limits.uneven
    if (!lost) return clear(values, { 'class-imbalance': 1 })
    return found(
      finding({
        id: 'rare-class-lost',
        values,
        where: splitOf(one.split),
        exhibits: [confusionMatrix(one)],
        points: { 'class-imbalance': 4.2, 'wrong-metric': 0.8, healthy: -2 },
        ground: 'predictions/recall',
      }),
    )
  },
})

/** Shares of the classes where the model learnt: by the data, else by the truth of its predictions on the training. */
function sharesOf(
  one: Confusion,
  trained: Confusion | undefined,
  labels: readonly { split: string; label: string; rows: number }[] | undefined,
) {
  const own = labels?.filter((row) => row.split === 'train') ?? []
  const total = own.reduce((sum, row) => sum + row.rows, 0)
  return (name: string): number => {
    const counted = own.find((row) => row.label === name)
    if (counted && total > 0) return counted.rows / total
    const from = trained ?? one
    return from.trueShare[from.classes.indexOf(name)] ?? 0
  }
}
