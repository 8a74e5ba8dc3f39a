// Do the labels come mixed, or in long runs of one class?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'label-order',
  group: 'data',
  needs: ['order', 'run'],
  helps: ['targets', 'optimizers'],
  limits: {
    batches: 5, // batches that must have been seen
    clean: 3, // the same where each of them holds a single class
    runs: 3, // length of a run of equal labels against that of shuffled ones
    pure: 0.5, // share of the batches that hold a single class
  },
  examine({ order, run, targets, optimizers }, limits) {
    const row = order.find((one) => one.split === 'train')
    if (!row || row.classes < 2) return irrelevant('no-labels-in-order')
    // Labels of pixels and words stand in runs by nature.
    if (targets?.some((one) => one.type === 'integer' && (one.shape[1] ?? 1) > 1)) return irrelevant('many-labels-each')
    // networks that play against each other get batches of one label on purpose
    if ((optimizers?.length ?? 1) > 1) return irrelevant('several-optimizers')
    const enough = row.pureBatches === row.batches ? limits.clean : limits.batches
    if (row.batches < enough) return irrelevant('few-batches')
    const { batches, classes, labelRun, expectedRun, pureBatches } = row
    const times = quotient(labelRun, expectedRun)
    const values = { batches, classes, labelRun, expectedRun, pureBatches, times }
    const pure = pureBatches > limits.pure * batches
    // Labels of a file that is mixed already need no shuffling to be so in the first epoch.
    if (!pure && times < limits.runs) return clear(values, { 'unshuffled-data': row.shuffles === false ? 1.5 : 3 })
    const harmless = symptomOf(run).grade === 0 && !pure
    return found(
      finding({
        id: pure ? 'batches-of-one-class' : 'labels-in-runs',
        values,
        where: { split: 'train' },
        points: {
          'unshuffled-data': harmless ? 3.4 : row.shuffles === true ? 4 : 7,
          'learning-rate-too-high': -1,
          'single-class': -1,
          healthy: -1,
        },
        sees: 'unshuffled-data',
        ground: 'data/order',
      }),
    )
  },
})
