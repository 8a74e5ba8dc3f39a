// Do the numbers to be met pass by in an order, so that whole batches lie above or below the others?

import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'
import { lossKind } from '../task.ts'

export default defineCheck({
  name: 'target-order',
  group: 'data',
  needs: ['targets', 'run'],
  helps: ['optimizers'],
  limits: {
    batches: 5, // batches that must have been seen
    rows: 8, // targets in each
    times: 5, // variance of the batches' means against that of shuffled ones; above 3.7 by chance once in 1000 of 7 batches
  },
  examine({ targets, run, optimizers }, limits) {
    if (lossKind(run) !== 'regression') return irrelevant('no-regression')
    if ((optimizers?.length ?? 1) > 1) return irrelevant('several-optimizers')
    const list = targets.filter(
      (one) =>
        one.split === 'train' &&
        one.type === 'float' &&
        one.distinct === undefined &&
        one.nonFinite === 0 &&
        count(one) >= limits.rows,
    )
    if (list.length < limits.batches) return irrelevant('few-batches')
    const times = ratio(list)
    const symptom = symptomOf(run)
    const values = { batches: list.length, rows: list[0]!.shape[0] ?? 0, times, ...lossValues(symptom) }
    if (!(times > limits.times)) return clear(values, { 'unshuffled-data': 1.5 })
    return found(
      finding({
        id: 'targets-in-order',
        values,
        where: { split: 'train' },
        points: { 'unshuffled-data': symptom.well ? 2.5 : weighed(symptom, 5, 5.4, 5.4), 'learning-rate-too-high': -1 },
        sees: 'unshuffled-data',
        ground: 'data/order',
      }),
    )
  },
})

/** Independent targets of a batch: its rows; the values within a row hang together. */
function count({ shape }: BatchTensor): number {
  return shape[0] ?? 0
}

/** Variance of the means of the batches against the variance that means of so many independent targets have. */
function ratio(list: readonly BatchTensor[]): number {
  const centre = list.reduce((sum, one) => sum + one.mean, 0) / list.length
  const between = list.reduce((sum, one) => sum + (one.mean - centre) ** 2, 0) / (list.length - 1)
  const expected =
    list.reduce((sum, one) => sum + (one.spread ** 2 + (one.mean - centre) ** 2) / count(one), 0) / list.length
  return quotient(between, expected)
}
