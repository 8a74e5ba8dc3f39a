// Do the stated hidden activations suit the depth?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, main, relativeFall } from '../curves.ts'
import { isGated } from '../layers.ts'
import { symptomOf, weighed } from '../symptoms.ts'

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
    if (hiddenActivationsFact.includes('softmax') && layers && run && !symptomOf(run).well)
      return found(
        finding({
          id: 'hidden-softmax',
          values,
          points: { 'wrong-hidden-activation': weighed(symptomOf(run), 5, 5.6, 6), 'vanishing-gradients': 1 },
          sees: 'wrong-hidden-activation',
          ground: 'model/activations',
        }),
      )
    const only = hiddenActivationsFact.length > 0 && hiddenActivationsFact.every((one) => one === 'sigmoid')
    if (only && layers && run && !layers.some(isGated) && !symptomOf(run).well)
      return found(
        finding({
          id: 'hidden-sigmoid',
          values,
          points: {
            'wrong-hidden-activation': weighed(symptomOf(run), 4.2, 5, 5.4),
            'vanishing-gradients': weighed(symptomOf(run), 1.4, 2.2, 2.4),
            'saturated-activations': 0.6,
          },
          sees: 'wrong-hidden-activation',
          ground: 'model/activations',
        }),
      )
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
