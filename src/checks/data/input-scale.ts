// Do the inputs that pass by have a size that a network can take?

import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { isNorm } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'input-scale',
  group: 'data',
  needs: ['inputs', 'run'],
  helps: ['layers'],
  limits: {
    ratio: 100, // largest against smallest spread of a feature
    wide: 2.5, // spread of a feature up to which it is scaled, however little the others move
    offset: 10, // mean of a feature against its spread
    large: 10, // inputs of this size are not scaled
    tiny: 0.01, // nor are inputs below it
    extreme: 100, // times beyond a bound from which the finding weighs more
  },
  examine({ inputs, run, layers }, limits) {
    const floats = inputs.filter((one) => one.type === 'float' && one.split === 'train' && one.nonFinite === 0)
    if (floats.length === 0) return irrelevant('no-float-inputs')
    const entry = layers?.find((one) => one.name === floats[0]!.name) ?? layers?.[0]
    if (isNorm(entry)) return irrelevant('inputs-normalised')
    // a normalisation right behind the first weights undoes their scale too, but not their offset at the start
    const undone = isNorm(layers?.[1])
    const worst = floats.map((one) => oddity(one, limits)).reduce((a, b) => (b.times > a.times ? b : a))
    const symptom = symptomOf(run)
    const { name, size, ratio, offset, min, max } = worst
    const values = { name, size, ratio, offset, min, max, ...lossValues(symptom) }
    if (worst.times <= 1) return clear(values, { 'unscaled-inputs': 3 })
    const grade = symptom.high && symptom.grade === 0 ? 1 : symptom.grade
    const extreme = worst.times > limits.extreme
    const hint = symptom.well || undone
    if (hint && !extreme) return clear(values, { 'unscaled-inputs': 0.5 })
    const weight = hint ? 2 : weighed({ grade, well: false }, 4, 5, 5.8) + (extreme ? 0.4 : 0)
    return found(
      finding({
        id: worst.id,
        values,
        points: { 'unscaled-inputs': weight, 'poor-initialization': -0.5, 'learning-rate-too-high': -0.5 },
        ...(hint ? {} : { sees: 'unscaled-inputs' as const }),
        ground: 'inputs/scale',
      }),
    )
  },
})

type Limits = Readonly<Record<'ratio' | 'wide' | 'offset' | 'large' | 'tiny', number>>

/** What is farthest from usual in a batch, and how many times its limit it is. */
function oddity({ name, min, max, mean, spread, features }: BatchTensor, limits: Limits) {
  const size = Math.hypot(mean, spread)
  const [low, high] = features?.spreads ?? [spread, spread]
  const ratio = low > 0 ? high / low : 1
  const centre = features ? Math.max(...features.means.map(Math.abs)) : Math.abs(mean)
  const offset = high > 0 ? centre / high : 0
  const seen = { name, size, ratio, offset, min, max }
  const list = [
    { ...seen, id: 'inputs-uneven', times: high > limits.wide ? ratio / limits.ratio : 0 },
    { ...seen, id: 'inputs-off-centre', times: offset / limits.offset },
    { ...seen, id: 'inputs-size', times: Math.max(size / limits.large, size > 0 ? quotient(limits.tiny, size) : 0) },
  ]
  // The first that is beyond its limit says most of what to do; the farthest, how bad it is.
  const times = Math.max(...list.map((one) => one.times))
  return { ...(list.find((one) => one.times > 1) ?? list[0]!), times }
}
