// Are the data said not to be shuffled?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'

export default defineCheck({
  name: 'stated-order',
  group: 'data',
  needs: ['shuffledFact'],
  helps: ['order'],
  limits: {},
  examine({ shuffledFact, order }) {
    if (order) return irrelevant('watched')
    if (shuffledFact) return clear({}, { 'unshuffled-data': 2 })
    return found(
      finding({
        id: 'not-shuffled',
        values: {},
        points: { 'unshuffled-data': 2, overfitting: -0.5 },
        ground: 'data/order',
      }),
    )
  },
})
