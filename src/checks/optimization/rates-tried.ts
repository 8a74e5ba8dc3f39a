// Were several learning rates tried without success?

import { clear, defineCheck, finding, found } from '../check.ts'

export default defineCheck({
  name: 'rates-tried',
  group: 'optimization',
  needs: ['learningRatesTriedFact'],
  helps: [],
  limits: {
    several: 1, // other rates that were tried, at least
  },
  examine({ learningRatesTriedFact }, limits) {
    const values = { rates: learningRatesTriedFact.join(', ') }
    if (learningRatesTriedFact.length < limits.several) return clear(values)
    return found(
      finding({
        id: 'rates-tried',
        values,
        points: {
          'learning-rate-too-high': -1.2,
          'learning-rate-too-low': -1,
          'labels-out-of-range': 0.5,
          'missing-values': 0.5,
          'numeric-overflow': 0.5,
        },
        ground: 'rate/tried',
      }),
    )
  },
})
