// Is there anything but straight lines between the layers of the stored model, and does it let gradients through?

import type { Layer } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { isGated, weightLayers } from '../layers.ts'

export default defineCheck({
  name: 'stored-activations',
  group: 'model',
  needs: ['modelFile', 'layers'],
  helps: ['loss'],
  limits: {
    layers: 2, // weight layers from which there is a between
    deep: 4, // hidden layers of sigmoid or tanh from which little gradient comes through
  },
  examine({ modelFile, layers, loss }, limits) {
    // a run that was watched or told is judged by its own checks
    if (loss) return irrelevant('loss-judged')
    const weighted = weightLayers(layers)
    if (!modelFile[0]?.ordered || weighted.length < limits.layers || layers.some(isGated))
      return irrelevant('few-layers')
    const between = betweenLayers(layers)
    const known = between.filter((one) => one !== undefined)
    if (known.length < weighted.length - 1) return irrelevant('activations-unknown')
    const bounded = known.filter((one) => one === 'sigmoid' || one === 'tanh').length
    const values = { layers: weighted.length, activations: [...new Set(known)].join(', '), bounded }
    if (known.every((one) => one === 'linear'))
      return found(
        finding({
          id: 'all-linear',
          values,
          points: { 'wrong-hidden-activation': 4.2, 'model-too-small': 1.4 },
          sees: 'wrong-hidden-activation',
          ground: 'model/activations',
        }),
      )
    if (bounded >= limits.deep)
      return found(
        finding({
          id: 'many-bounded',
          values,
          points: { 'wrong-hidden-activation': 1.8, 'vanishing-gradients': 1.8 },
          ground: 'model/activations',
        }),
      )
    return clear(values, { 'wrong-hidden-activation': 2 })
  },
})

/** The activation after each layer with weights but the last; undefined where the file does not tell. */
function betweenLayers(layers: readonly Layer[]): (string | undefined)[] {
  const weighted = weightLayers(layers)
  return weighted.slice(0, -1).map((one, i) => {
    const next = layers.indexOf(weighted[i + 1]!)
    const behind = layers
      .slice(layers.indexOf(one), next)
      .flatMap((own) => (own.activation === undefined ? [] : [own.activation]))
    return behind.find((name) => name !== 'linear') ?? behind[0]
  })
}
