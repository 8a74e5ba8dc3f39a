// Are there units whose stored weights are dead, or the same as those of another unit?

import type { WeightRow } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Finding } from '../finding.ts'
import { named } from '../layers.ts'

export default defineCheck({
  name: 'stored-units',
  group: 'model',
  needs: ['weights'],
  helps: [],
  limits: {
    share: 0.5, // of a layer's units that are alike or dead, from which the layer is lost
    some: 0.1, // share that is worth a word
    unheard: 0.2, // share of a layer's inputs to which no unit listens, worth a word
  },
  examine({ weights }, limits) {
    const kernels = weights.filter(
      (one) => one.role === 'kernel' && (one.units ?? 0) > 1 && one.deadUnits !== undefined,
    )
    if (kernels.length === 0) return irrelevant('no-kernels')
    const alike = worstOf(kernels, (one) => (one.equalUnits ?? 0) / one.units!)
    const dead = worstOf(kernels, (one) => one.deadUnits! / one.units!)
    const { row, share } = alike.share >= dead.share ? alike : dead
    const some = kernels.filter((one) => (one.equalUnits ?? 0) + one.deadUnits! > limits.some * one.units!)
    const values = { layer: row.layer, share, units: row.units!, layers: named(some.map((one) => one.layer)) }
    if (alike.share > limits.share)
      return found(
        finding({
          id: 'stored-units-alike',
          values,
          where: { layers: [values.layer] },
          points: { 'poor-initialization': 5.4, 'weights-not-updated': 0.8, healthy: -3 },
          sees: 'poor-initialization',
          ill: true,
          ground: 'weights/units',
        }),
      )
    if (dead.share > limits.some)
      return found(
        finding({
          id: 'stored-units-dead',
          values,
          where: { layers: [values.layer] },
          points: { 'dead-units': dead.share > limits.share ? 4.4 : 1.6, healthy: dead.share > limits.share ? -2 : 0 },
          ground: 'weights/units',
        }),
      )
    const deaf = unheardInputs(kernels[0]!, limits.unheard)
    if (deaf) return found(deaf)
    return clear(values, { 'poor-initialization': 1 })
  },
})

/** Inputs of the first layer to which no unit listens, where they are many. */
function unheardInputs({ layer, deadInputs, inputs, units }: WeightRow, most: number): Finding | undefined {
  const share = (deadInputs ?? 0) / Math.max(1, inputs ?? 1)
  if (share <= most) return undefined
  return finding({
    id: 'stored-inputs-unheard',
    values: { layer, share, units: units!, layers: layer, inputs: deadInputs! },
    where: { layers: [layer] },
    points: { 'uninformative-features': 0.8, 'dead-units': 0.5 },
    ground: 'weights/units',
  })
}

function worstOf(kernels: readonly WeightRow[], share: (one: WeightRow) => number) {
  const row = kernels.reduce((a, b) => (share(b) > share(a) ? b : a))
  return { row, share: share(row) }
}
