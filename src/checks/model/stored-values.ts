// Are all stored weights finite numbers?

import { clear, defineCheck, finding, found } from '../check.ts'
import { named } from '../layers.ts'

export default defineCheck({
  name: 'stored-values',
  group: 'model',
  needs: ['weights'],
  helps: [],
  limits: {
    huge: 1e4, // a weight beyond which the next step is likely to overflow
  },
  examine({ weights }, limits) {
    const odd = weights.filter((one) => one.nonFinite > 0)
    const trained = weights.filter(
      (one) => one.role === 'kernel' || one.role === 'recurrent' || one.role === 'embedding',
    )
    const largest = trained.reduce((most, one) => Math.max(most, Math.abs(one.min), Math.abs(one.max)), 0)
    const layers = [...new Set(odd.map((one) => one.layer))]
    const values = {
      tensors: odd.length,
      of: weights.length,
      layers: named(layers),
      share: odd.reduce((most, one) => Math.max(most, one.nonFinite), 0),
      largest,
    }
    if (odd.length > 0)
      return found(
        finding({
          id: 'stored-not-finite',
          values,
          where: { layers },
          points: { 'numeric-overflow': 4, 'learning-rate-too-high': 2.6, 'exploding-gradients': 2, healthy: -6 },
          ill: true,
          ground: 'weights/finite',
        }),
      )
    if (largest > limits.huge)
      return found(
        finding({
          id: 'stored-huge',
          values,
          points: { 'exploding-gradients': 2.4, 'learning-rate-too-high': 2 },
          ground: 'weights/finite',
        }),
      )
    return clear(values, { 'numeric-overflow': 1.5, 'exploding-gradients': 0.8 })
  },
})
