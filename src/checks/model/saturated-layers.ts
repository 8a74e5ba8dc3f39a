// Does a hidden layer of tanh or sigmoid stand at its bounds?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit } from '../curves.ts'
import { above, levels } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'saturated-layers',
  group: 'model',
  needs: ['saturatedShare', 'run'],
  helps: ['lossCalls'],
  limits: {
    share: 0.5, // of the values of a layer, within 1 % of its bounds
  },
  examine({ saturatedShare, run, lossCalls }, limits) {
    const all = levels(saturatedShare)
    // The output of a trained classifier stands at its bounds because it is right.
    const bounded = lossCalls?.some((one) => one.trains && /^(sigmoid|tanh)$/.test(one.inputFrom)) ?? false
    const list = bounded ? all.slice(0, -1) : all
    if (list.length === 0) return irrelevant('no-layer-values')
    const symptom = symptomOf(run)
    const { worst, over, values: seen } = above(list, limits.share)
    const values = { ...seen, ...lossValues(symptom) }
    const atStart = (worst.series.value.find(Number.isFinite) ?? 0) > limits.share
    if (over.length === 0 || (symptom.well && !atStart))
      return clear(values, { 'saturated-activations': over.length === 0 ? 3 : 1 })
    return found(
      finding({
        id: 'saturated-layers',
        values,
        where: { layers: over, steps: worst.steps },
        exhibits: [curveExhibit('saturated-share', [worst.series])],
        points: {
          'saturated-activations': symptom.well ? HINT : weighed(symptom, atStart ? 4.2 : 2.5, 4.6, 5.2),
          'wrong-hidden-activation': 1,
          'vanishing-gradients': 0.6,
          'poor-initialization': atStart ? 1 : 0,
          'unscaled-inputs': atStart ? 0.8 : 0,
          'learning-rate-too-high': atStart ? 0 : 1,
        },
        ...(atStart ? { sees: 'saturated-activations' as const } : {}),
        ground: 'activations/saturated',
      }),
    )
  },
})

/** Layers that begin saturated beside a loss that is well all the same are worth a word. */
const HINT = 2
