// Is a layer of the stored model much narrower than what stands before and behind it?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { narrowness, weightLayers } from '../layers.ts'
import { reachedOf, trainAndHeldOut } from '../predicted.ts'

export default defineCheck({
  name: 'stored-widths',
  group: 'model',
  needs: ['modelFile', 'layers'],
  helps: ['scores', 'optimizers'],
  limits: {
    times: 8, // width of both neighbours against that of the narrow layer
    well: 0.9, // part of what lies above guessing that a training score may reach without anything to explain
  },
  examine({ modelFile, layers, scores, optimizers }, limits) {
    if (optimizers) return irrelevant('loss-judged')
    const dense = weightLayers(layers).filter(
      (one) => /^(?:Linear|Dense|Gemm|MatMul)$/i.test(one.kind) && one.fanIn && one.fanOut,
    )
    if (!modelFile[0]?.ordered || dense.length < 3) return irrelevant('few-layers')
    if (dense[0]!.fanIn === dense.at(-1)!.fanOut) return irrelevant('narrow-on-purpose')
    const hidden = dense.slice(0, -1).map((layer, i) => ({ layer, times: narrowness(layer, dense[i + 1]!) }))
    const worst = hidden.reduce((a, b) => (b.times > a.times ? b : a))
    const { train } = trainAndHeldOut(scores ?? [])
    const reached = train && reachedOf(train)
    const values = { layer: worst.layer.name, units: worst.layer.fanOut!, times: worst.times, reached: reached ?? null }
    const well = reached !== undefined && reached > limits.well
    if (worst.times <= limits.times || well) return clear(values, { bottleneck: worst.times <= limits.times ? 2 : 0.5 })
    return found(
      finding({
        id: 'narrow-stored-layer',
        values,
        where: { layers: [worst.layer.name] },
        points: { bottleneck: reached === undefined ? 2.4 : 4.6, 'model-too-small': 1 },
        ...(reached === undefined ? {} : { sees: 'bottleneck' as const }),
        ground: 'model/width',
      }),
    )
  },
})
