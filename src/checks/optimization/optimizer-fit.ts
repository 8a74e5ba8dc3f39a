// Does plain SGD meet gradients of very different sizes, or an architecture that it does not suit?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { levels, ofWeights } from '../layers.ts'
import { graded, lossValues, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'optimizer-fit',
  group: 'optimization',
  needs: ['optimizers', 'run'],
  helps: ['gradientNorm', 'layers'],
  limits: {
    apart: 1e3, // largest against smallest gradient of a layer
    layers: 2, // layers that must have been seen
  },
  examine({ optimizers, run, gradientNorm, layers }, limits) {
    const [first] = optimizers
    if (optimizers.length !== 1 || !first) return irrelevant('several-optimizers')
    const plain = first.kind === 'sgd'
    const norms = ofWeights(levels(gradientNorm ?? []), layers).map((one) => one.usual)
    const apart = norms.length >= limits.layers ? quotient(Math.max(...norms), Math.min(...norms)) : null
    const attention = layers?.some((one) => /attention|transformer/i.test(one.kind)) ?? false
    const sparse = layers?.some((one) => /embedding/i.test(one.kind)) ?? false
    const symptom = symptomOf(run)
    const values = { optimizer: first.kind, momentum: first.momentum ?? 0, apart, ...lossValues(symptom) }
    const suits = !plain || !(attention || sparse || (apart ?? 0) > limits.apart)
    const slow = symptom.course === 'stands' || symptom.course === 'never-fell'
    if (suits || !slow) return clear(values, { 'wrong-optimizer': plain ? 0.7 : 2.5 })
    return found(
      finding({
        id: attention || sparse ? 'sgd-on-sparse-gradients' : 'sgd-on-uneven-gradients',
        values,
        points: {
          'wrong-optimizer': graded(symptom, 3.2, 2.8) - ((first.momentum ?? 0) > 0 ? 0.8 : 0),
          'learning-rate-too-low': 0.8,
        },
        ground: 'optimizer/kind',
      }),
    )
  },
})
