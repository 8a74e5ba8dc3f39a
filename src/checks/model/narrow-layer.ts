// Is a layer much narrower than what stands before and behind it?

import type { Layer } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { narrowness, weightLayers } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'narrow-layer',
  group: 'model',
  needs: ['optimizers', 'layers', 'run'],
  helps: [],
  limits: {
    layers: 3, // layers that must be there
    times: 8, // width of the neighbours against that of the narrowest layer
  },
  examine({ optimizers, layers, run }, limits) {
    const list = weightLayers(layers).filter((one) => one.kind === 'Linear' && one.fanIn && one.fanOut)
    const single = singleUnit(weightLayers(layers))
    if (list.length < limits.layers && !single) return irrelevant('few-layers')
    // an autoencoder is narrow on purpose, but one unit holds next to nothing
    if (list[0]?.fanIn === list.at(-1)?.fanOut && !single) return irrelevant('narrow-on-purpose')
    const narrow = list.slice(0, -1).map((one, i) => ({ layer: one, times: narrowness(one, list[i + 1]!) }))
    const worst = single ?? narrow.reduce((a, b) => (b.times > a.times ? b : a))
    const symptom = symptomOf(run)
    const values = {
      layer: worst.layer.name,
      units: worst.layer.fanOut!,
      times: worst.times,
      optimizers: optimizers.length,
      ...lossValues(symptom),
    }
    const odd = worst.times > limits.times
    if (!odd || symptom.well) return clear(values, { bottleneck: odd ? 0.5 : 2 })
    return found(
      finding({
        id: 'narrow-layer',
        values,
        where: { layers: [worst.layer.name] },
        points: { bottleneck: weighed(symptom, 5, 5.6, 5.8) + (values.units === 1 ? 1 : 0), 'model-too-small': 1.4 },
        sees: 'bottleneck',
        ground: 'model/width',
      }),
    )
  },
})

/** A hidden layer of one unit, through which all must pass that a later layer of one input gets. */
function singleUnit(list: readonly Layer[]): { layer: Layer; times: number } | undefined {
  const one = list.find((layer) => layer.kind === 'Linear' && layer.fanOut === 1 && (layer.fanIn ?? 0) > 1)
  const next = list.find((layer) => layer !== one && layer.kind === 'Linear' && layer.fanIn === 1)
  return one && next ? { layer: one, times: Math.min(one.fanIn!, next.fanOut ?? 1) } : undefined
}
