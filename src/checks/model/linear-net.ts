// Is there anything between the layers that is not linear?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { isGated, weightLayers } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'linear-net',
  group: 'model',
  needs: ['optimizers', 'layers', 'run'],
  helps: ['hiddenActivationsFact', 'deadShare', 'saturatedShare'],
  limits: {
    layers: 2, // weight layers without any activation between them
  },
  examine({ optimizers, layers, run, hiddenActivationsFact: activations, deadShare, saturatedShare }, limits) {
    const count = weightLayers(layers).length
    if (count < limits.layers || layers.some(isGated)) return irrelevant('few-layers')
    if (activations === undefined) return irrelevant('activations-unknown')
    const symptom = symptomOf(run)
    const values = {
      layers: count,
      activations: activations.join(', '),
      optimizers: optimizers.length,
      ...lossValues(symptom),
    }
    const bent = activations.some((one) => one !== 'linear' && one !== 'none')
    if (bent || deadShare || saturatedShare) return clear(values, { 'wrong-hidden-activation': 1 })
    return found(
      finding({
        id: 'linear-net',
        values,
        points: {
          'wrong-hidden-activation': symptom.well ? 4.2 : weighed(symptom, 4.6, 5.2, 5.6),
          'model-too-small': 1,
        },
        sees: 'wrong-hidden-activation',
        ground: 'model/activations',
      }),
    )
  },
})
