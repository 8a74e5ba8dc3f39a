// Does the loader give the same batches again within an epoch?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'

export default defineCheck({
  name: 'repeated-batches',
  group: 'data',
  needs: ['order'],
  helps: [],
  limits: {
    batches: 5, // batches that must have been seen
    share: 0.2, // of them, seen before in the same epoch
  },
  examine({ order }, limits) {
    const row = order.find((one) => one.split === 'train')
    if (!row || row.batches < limits.batches) return irrelevant('few-batches')
    const { batches, repeated, examples } = row
    const values = { batches, repeated, examples }
    if (!(repeated > limits.share * batches)) return clear(values)
    return found(
      finding({
        id: 'repeated-batches',
        values,
        where: { split: 'train' },
        points: { overfitting: 1.5, 'too-little-data': 1.8, 'unshuffled-data': 1, healthy: -1 },
        ground: 'data/repeats',
      }),
    )
  },
})
