// Is the loss constant to the last printed digit?

import { frozen } from '../../signal/constant.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, main, span } from '../curves.ts'

export default defineCheck({
  name: 'frozen',
  group: 'reading',
  needs: ['loss'],
  helps: ['accuracy', 'learningRate'],
  limits: { points: 3, share: 0.5, near: 1e-4, fallen: 0.5, sure: 4 },
  examine({ loss, accuracy }, limits) {
    const series = main(loss, 'train') ?? main(loss, 'val')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const exact = frozen(series.value)
    const same = exact ?? nearly(series.value, limits.near)
    const values = {
      metric: series.name,
      value: same?.value ?? null,
      points: same?.points ?? 0,
      all: series.value.length,
    }
    if (
      !same ||
      same.points < limits.points ||
      same.share < limits.share ||
      !Number.isFinite(same.value) ||
      same.value === 0
    )
      return clear(values, { 'weights-not-updated': 2, 'dead-units': 1.5, 'saturated-output': 1 })
    const first = series.value.find(Number.isFinite)!
    if (same.value < limits.fallen * first) return clear({ ...values }, { 'weights-not-updated': 2 })
    const score = main(accuracy, 'train')
    const fromTheFirst = exact !== null && exact.points === series.value.length
    const still = score ? (frozen(score.value)?.share ?? 0) >= limits.share : true
    return found(
      finding({
        id: 'reading/frozen',
        values,
        where: span(series, series.value.length - same.points),
        exhibits: [curveExhibit('loss', [series])],
        points: still
          ? fromTheFirst && series.value.length >= limits.sure
            ? {
                'weights-not-updated': 4,
                'dead-units': 1.6,
                'output-loss-mismatch': 0.8,
                'learning-rate-too-high': 0.4,
                healthy: -3,
                'batch-noise': -2,
              }
            : {
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
          : { 'learning-rate-too-low': 1, 'weights-not-updated': 1, healthy: -1 },
        ill: still,
        ground: 'loss/level',
      }),
    )
  },
})

/** Constant but for the last digits of a float32: relative spread below `near` over the whole curve. */
function nearly(values: Float64Array, near: number) {
  const finite = values.filter(Number.isFinite)
  if (finite.length < 5) return null
  const low = finite.reduce((a, b) => Math.min(a, b))
  const high = finite.reduce((a, b) => Math.max(a, b))
  return high - low <= near * Math.abs(high) ? { value: finite.at(-1)!, points: finite.length, share: 1 } : null
}
