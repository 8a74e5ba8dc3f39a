// Can the stated initialisation break the symmetry of the units and keep the signal's size?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'

export default defineCheck({
  name: 'stated-initializer',
  group: 'model',
  needs: ['initializerFact'],
  helps: ['initialWeights'],
  limits: {
    wide: 0.5, // a stated spread of weights from which it is too wide
  },
  examine({ initializerFact, initialWeights }, limits) {
    if (initialWeights) return irrelevant('watched')
    const values = { initializer: initializerFact }
    const scaled = /he|glorot|xavier|kaiming|lecun/i.test(initializerFact)
    const constant = /zero|ones|constant/i.test(initializerFact)
    const size = Number(/\d*\.?\d+(?:e-?\d+)?/i.exec(initializerFact)?.[0] ?? Number.NaN)
    const wide = /normal|uniform/i.test(initializerFact) && !scaled && size >= limits.wide
    if (!constant && !wide) return clear(values, { 'poor-initialization': scaled ? 1.5 : 0 })
    return found(
      finding({
        id: constant ? 'constant-initializer' : 'wide-initializer',
        values,
        points: { 'poor-initialization': constant ? 5 : 4.4, 'dead-units': 0.5, 'misaligned-labels': -1 },
        ground: 'model/initializer',
      }),
    )
  },
})
