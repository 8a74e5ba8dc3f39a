// Have the stored statistics of BatchNorm seen any data, and can they be divided by?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { named } from '../layers.ts'

export default defineCheck({
  name: 'stored-norm-statistics',
  group: 'model',
  needs: ['weights'],
  helps: [],
  limits: {
    tiny: 1e-8, // a variance so small that whatever passes is blown up
    huge: 1e6, // a variance or mean so large that nothing of the signal is left
  },
  examine({ weights }, limits) {
    const variances = weights.filter((one) => one.role === 'variance')
    if (variances.length === 0) return irrelevant('no-batch-norm')
    const meanOf = (layer: string) => weights.find((one) => one.role === 'mean' && one.layer === layer)
    const unseen = variances.filter((one) => one.min === 1 && one.max === 1 && isZero(meanOf(one.layer)))
    const odd = variances.filter(
      (one) => one.max < limits.tiny || one.max > limits.huge || one.min < 0 || one.nonFinite > 0,
    )
    const values = {
      layers: named((unseen.length > 0 ? unseen : odd).map((one) => one.layer)),
      count: (unseen.length > 0 ? unseen : odd).length,
      of: variances.length,
      min: Math.min(...variances.map((one) => one.min)),
      max: Math.max(...variances.map((one) => one.max)),
    }
    if (unseen.length === 0 && odd.length === 0) return clear(values, { 'batch-norm-statistics': 1 })
    const where = { layers: (unseen.length > 0 ? unseen : odd).map((one) => one.layer) }
    return found(
      unseen.length > 0
        ? finding({
            id: 'norm-statistics-unseen',
            values,
            where,
            points: {
              'batch-norm-statistics': unseen.length === variances.length ? 4.2 : 3,
              'weights-not-updated': 1.6,
              healthy: -1.5,
            },
            ground: 'weights/norm',
          })
        : finding({
            id: 'norm-statistics-odd',
            values,
            where,
            points: { 'batch-norm-statistics': 3.6, 'exploding-gradients': 1, 'unscaled-inputs': 0.8, healthy: -1.5 },
            ground: 'weights/norm',
          }),
    )
  },
})

function isZero(mean: { readonly min: number; readonly max: number } | undefined): boolean {
  return mean !== undefined && mean.min === 0 && mean.max === 0
}
