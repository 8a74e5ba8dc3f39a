// Is the loss constant to the last printed digit?

import { finiteValues } from '../../record/series.ts'
import { type Frozen, frozen } from '../../signal/constant.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, main, span, trainOrVal } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'frozen',
  group: 'reading',
  needs: ['loss'],
  helps: ['accuracy'],
  limits: {
    points: 3, // equal values, at least
    share: 0.5, // part of the values that must be equal
    near: 1e-4, // distance, relative, that printing may have cut off
    fallen: 0.5, // a loss that came below this share of the first has learnt
    sure: 4, // equal values from which all of them are enough
  },
  examine({ loss, accuracy }, limits) {
    const series = trainOrVal(loss)
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const all = series.value.length
    const exact = frozen(series.value)
    const same = exact ?? nearly(finiteValues(series), limits.near)
    const values = { metric: series.name, value: same?.value ?? null, points: same?.points ?? 0, all }
    // A loss of exactly 0, or one that is not finite, has a check of its own.
    const stands = same && Number.isFinite(same.value) && same.value !== 0
    if (!stands || same.points < limits.points || same.share < limits.share)
      return clear(values, { 'weights-not-updated': 2, 'dead-units': 1.5, 'saturated-output': 1 })
    const first = series.value.find(Number.isFinite)!
    if (same.value < limits.fallen * first) return clear(values, { 'weights-not-updated': 2 })
    const score = main(accuracy, 'train')
    const still = score ? (frozen(score.value)?.share ?? 0) >= limits.share : true
    const never = exact?.points === all && all >= limits.sure
    return found(
      finding({
        id: 'reading/frozen',
        values,
        where: span(series, all - same.points),
        exhibits: [curveExhibit('loss', [series])],
        points: !still ? ONLY_LOSS : never ? NEVER_MOVED : STUCK,
        ill: still,
        ground: 'loss/level',
      }),
    )
  },
})

/** The accuracy goes on moving: the loss is printed with few digits. */
const ONLY_LOSS: Weights = { 'learning-rate-too-low': 1, 'weights-not-updated': 1, healthy: -1 }

const NEVER_MOVED: Weights = {
  'weights-not-updated': 4,
  'dead-units': 1.6,
  'output-loss-mismatch': 0.8,
  'learning-rate-too-high': 0.4,
  healthy: -3,
  'batch-noise': -2,
}

const STUCK: Weights = {
  'weights-not-updated': 2.2,
  'dead-units': 2.2,
  'saturated-output': 1.8,
  'output-loss-mismatch': 1.6,
  'collapsed-output': 2.2,
  'learning-rate-too-high': 1.6,
  'unscaled-inputs': 1.2,
  'vanishing-gradients': 1,
  'learning-rate-too-low': 0.6,
  healthy: -3,
  'batch-noise': -2,
}

/** Constant but for the last digits of a float32: relative spread below `near` over the whole curve of five values or more. */
function nearly(finite: Float64Array, near: number): Frozen | null {
  if (finite.length < 5) return null
  const low = finite.reduce((a, b) => Math.min(a, b))
  const high = finite.reduce((a, b) => Math.max(a, b))
  return high - low <= near * Math.abs(high) ? { value: finite.at(-1)!, points: finite.length, share: 1 } : null
}
