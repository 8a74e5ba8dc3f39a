// Do the weights begin with a spread that keeps the signal's size, and unlike each other?

import type { InitialWeights } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { named } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'initial-weights',
  group: 'model',
  needs: ['initialWeights', 'run'],
  helps: ['pretrainedFact', 'events'],
  limits: {
    wide: 1.9, // spread against that of He, Glorot or LeCun from which it is too wide
    narrow: 0.05, // and below which it is too narrow
    z: 3, // standard errors of a spread, for layers of few weights
    bias: 2, // largest bias; they begin near 0
    outputBias: 5, // that of the last layer, which may begin at the logarithm of a share
    far: 5, // times off from which the finding weighs more
  },
  examine({ initialWeights, run, pretrainedFact, events }, limits) {
    if (pretrainedFact || events?.some((one) => one.kind === 'resume')) return irrelevant('weights-loaded')
    const all = initialWeights.filter((one) => one.fanIn > 0 && !OTHER.test(one.kind))
    // of a single unit the spread says little, its bias does
    const list = all.filter((one) => one.fanOut > 1)
    if (list.length === 0) return irrelevant('few-layers')
    const symptom = symptomOf(run)
    const grade = symptom.high && symptom.grade === 0 ? 1 : symptom.grade
    const odd = oddity(list, all, limits)
    const one = odd?.layers[0] ?? list[0]!
    const values = {
      layers: named((odd?.layers ?? list).map((row) => row.layer)),
      spread: one.spread,
      usual: usualSpread(one),
      times: one.spread / usualSpread(one),
      bias: one.bias ?? null,
      ...lossValues(symptom),
    }
    if (!odd) return clear(values, { 'poor-initialization': 3 })
    const never = odd.id === 'weights-alike' && odd.layers.length > 1
    if (symptom.well && !symptom.high && !never) return clear(values, { 'poor-initialization': 0.5 })
    const more = odd.id !== 'weights-alike' && Math.abs(Math.log(values.times)) > Math.log(limits.far) ? 0.6 : 0
    return found(
      finding({
        id: odd.id,
        values,
        where: { layers: odd.layers.map((row) => row.layer) },
        points: {
          'poor-initialization': never
            ? 6.5
            : weighed({ grade, well: false }, 4, 4.8, odd.id === 'weights-alike' ? 5.6 : 5.2) + more,
          'misaligned-labels': -1,
          'learning-rate-too-high': -0.5,
        },
        sees: 'poor-initialization',
        ground: 'model/initializer',
      }),
    )
  },
})

/** Their usual spread is another: one row a token, scales; that of gates is narrow where few inputs enter, and so is their bias. */
const OTHER = /embed|norm|lora/i
const GATED = /lstm|gru|rnn/i

/** He et al. 2015: what keeps the variance under ReLU; Glorot, LeCun and PyTorch's own lie within a factor of 3 below. */
function usualSpread({ fanIn }: InitialWeights): number {
  return Math.sqrt(2 / fanIn)
}

type Limits = Readonly<Record<'wide' | 'narrow' | 'z' | 'bias' | 'outputBias', number>>

/** The last layer may begin at 0 on purpose; a hidden layer of units that are alike never learns more than one of them. */
function oddity(list: readonly InitialWeights[], all: readonly InitialWeights[], limits: Limits) {
  const hidden = list.length > 1 ? list.slice(0, -1) : list
  const alike = hidden.filter((one) => one.symmetric || one.spread === 0 || one.zero === 1)
  if (alike.length > 0) return { id: 'weights-alike', layers: alike }
  // Standard error of log(spread) from n weights is 1 / sqrt(2 n): the F-test with the expected variance as known.
  const off = (one: InitialWeights) => Math.log(one.spread / usualSpread(one))
  const margin = (one: InitialWeights) => limits.z / Math.sqrt(2 * one.fanIn * one.fanOut)
  const wide = list.filter((one) => one.spread > 0 && off(one) - margin(one) > Math.log(limits.wide))
  if (wide.length > 0) return { id: 'weights-wide', layers: wide }
  const narrow = hidden.filter((one) => !GATED.test(one.kind) && off(one) + margin(one) < Math.log(limits.narrow))
  if (narrow.length > 0) return { id: 'weights-narrow', layers: narrow }
  const biased = all.filter(
    (one) => !GATED.test(one.kind) && (one.bias ?? 0) > (one === all.at(-1) ? limits.outputBias : limits.bias),
  )
  return biased.length > 0 ? { id: 'bias-far-from-zero', layers: biased } : undefined
}
