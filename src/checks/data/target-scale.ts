// Are the targets that pass by far larger than a regression loss takes well?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'
import { isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'target-scale',
  group: 'data',
  needs: ['targets', 'run'],
  helps: [],
  limits: {
    large: 30, // their size from which they are far from what a network puts out at first
    spread: 100, // standard deviation of the targets from which they should be scaled
    offset: 10, // their mean against that deviation
    size: 10, // and at least this far from 0
  },
  examine({ targets, run }, limits) {
    const kind = lossKind(run)
    if (isCrossEntropy(kind)) return irrelevant('classification')
    const list = targets.filter((one) => one.split === 'train' && one.type === 'float' && one.nonFinite === 0)
    const largest = list.reduce((a, b) => (b.spread > a.spread ? b : a), list[0]!)
    if (!largest || kind !== 'regression') return irrelevant('no-regression')
    const symptom = symptomOf(run)
    const { mean, spread, min, max } = largest
    const offset = quotient(Math.abs(mean), spread)
    const values = { mean, spread, min, max, ...lossValues(symptom) }
    const far = spread > 0 && offset > limits.offset && Math.abs(mean) > limits.size
    const large = Math.hypot(mean, spread) > limits.large
    if (!(large || far)) return clear(values, { 'unscaled-targets': 3 })
    return found(
      finding({
        id: far ? 'targets-off-centre' : 'targets-large',
        values,
        points: {
          'unscaled-targets': symptom.well ? 1.5 : weighed(symptom, 4.4, 5, 5.6) + (spread > limits.spread ? 0.6 : 0),
          'learning-rate-too-high': -0.5,
          'loss-scale': 0.6,
        },
        sees: 'unscaled-targets',
        ground: 'targets/size',
      }),
    )
  },
})
