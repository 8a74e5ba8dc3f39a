// Do the stated hidden activations suit the depth?

import type { Layer } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, main, relativeFall } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { isGated } from '../layers.ts'
import { type Symptom, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'stated-activations',
  group: 'model',
  needs: ['hiddenActivationsFact', 'loss'],
  helps: ['layers', 'run'],
  limits: {
    fallen: 0.3, // a loss that fell by this share learns all the same
  },
  examine({ hiddenActivationsFact, loss, layers, run }, limits) {
    const series = main(loss, 'train')
    if (!series) return irrelevant('no-train-loss')
    const bounded = hiddenActivationsFact.some((name) => name === 'sigmoid' || name === 'tanh')
    const linear = hiddenActivationsFact.some((name) => name === 'linear' || name === 'none')
    const stuck = relativeFall(ends(series.value)) < limits.fallen
    const values = { activations: hiddenActivationsFact.join(', '), metric: series.name }
    const seen = layers && run ? alone(hiddenActivationsFact, layers, symptomOf(run)) : undefined
    if (seen) return found(finding({ ...seen, values, sees: 'wrong-hidden-activation', ground: 'model/activations' }))
    if (!(bounded || linear) || !stuck)
      return clear(values, { 'wrong-hidden-activation': 1, 'vanishing-gradients': 0.5 })
    return found(
      finding({
        id: bounded ? 'bounded-activations' : 'linear-activations',
        values,
        points: bounded
          ? { 'vanishing-gradients': 2.2, 'wrong-hidden-activation': 2.4, 'saturated-activations': 1.4 }
          : { 'wrong-hidden-activation': 3, 'model-too-small': 1 },
        ground: 'model/activations',
      }),
    )
  },
})

/** Of a watched run: a softmax between layers, or sigmoids and nothing else, which no gate of a recurrent layer explains. */
function alone(
  activations: readonly string[],
  layers: readonly Layer[],
  symptom: Symptom,
): { readonly id: string; readonly points: Weights } | undefined {
  if (symptom.well) return undefined
  if (activations.includes('softmax')) {
    const weight = weighed(symptom, 5, 5.6, 6)
    return { id: 'hidden-softmax', points: { 'wrong-hidden-activation': weight, 'vanishing-gradients': 1 } }
  }
  const only = activations.length > 0 && activations.every((one) => one === 'sigmoid')
  if (!only || layers.some(isGated)) return undefined
  const points = {
    'wrong-hidden-activation': weighed(symptom, 4.2, 5, 5.4),
    'vanishing-gradients': weighed(symptom, 1.4, 2.2, 2.4),
    'saturated-activations': 0.6,
  }
  return { id: 'hidden-sigmoid', points }
}
