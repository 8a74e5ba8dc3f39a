// Is a deep network without any normalisation layer, beside a loss that goes wrong?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { isGated, isNorm, weightLayers } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'normalization',
  group: 'model',
  needs: ['optimizers', 'layers', 'run'],
  helps: ['activationSpread'],
  limits: {
    deep: 10, // weight layers from which a network is deep
    apart: 100, // largest against smallest spread of what the layers put out
  },
  examine({ optimizers, layers, run, activationSpread }, limits) {
    const depth = weightLayers(layers).length
    if (depth < limits.deep || layers.some(isGated)) return irrelevant('not-deep')
    const symptom = symptomOf(run)
    const norms = layers.filter(isNorm).length
    const spreads = (activationSpread ?? []).flatMap((one) => one.value.find((v) => Number.isFinite(v) && v > 0) ?? [])
    const apart = spreads.length > 1 ? Math.max(...spreads) / Math.min(...spreads) : null
    const values = { depth, norms, apart, optimizers: optimizers.length, ...lossValues(symptom) }
    if (norms > 0) return clear(values, { 'missing-normalization': 3 })
    if (symptom.well) return clear(values, { 'missing-normalization': 1 })
    const drifts = apart !== null && apart > limits.apart
    return found(
      finding({
        id: drifts ? 'no-normalization-drift' : 'no-normalization',
        values,
        points: {
          'missing-normalization': weighed(symptom, 3.4, 4.2, 4.6) + (drifts ? 1.2 : 0),
          'vanishing-gradients': 0.4,
        },
        ground: 'model/normalization',
      }),
    )
  },
})
