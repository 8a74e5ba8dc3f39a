// Does the loss rise for good, on training and validation data alike?

import { factOf } from '../../record/run.ts'
import { positions } from '../../record/series.ts'
import { divergence } from '../../signal/divergence.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, least, main, pair, span } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'diverging',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: [],
  limits: { points: 3, factor: 1.15, jump: 2.5, huge: 50, z: 4, matters: 0.08, steady: 1.05 },
  examine({ loss, run }, limits) {
    const series = main(loss, 'train') ?? main(loss, 'val')
    if (!series || series.value.length < 2) return irrelevant('one-value')
    const rise = steadily(series.value) ?? divergence(series.value) ?? twoValues(series.value, limits.jump)
    const values = {
      metric: series.name,
      best: rise?.best ?? null,
      last: rise?.last ?? null,
      factor: rise?.factor ?? null,
    }
    const onlyVal = series.split !== 'train'
    const enough = rise && 'steady' in rise ? limits.steady : onlyVal ? limits.jump : limits.factor
    const sure =
      rise &&
      rise.factor > enough &&
      rise.z > limits.z &&
      rise.last - rise.best > limits.matters * lossUnit(run, series.value)
    if (!rise || !sure)
      return clear(values, {
        'learning-rate-too-high': series.value.length >= 10 ? 0.7 : 0,
        'exploding-gradients': 0.7,
      })
    const boosting = /lightgbm|xgboost|catboost|boost/i.test(
      `${factOf(run, 'framework') ?? ''} ${factOf(run, 'model') ?? ''}`,
    )
    const fromStart = rise.from <= Math.max(1, series.value.length * 0.1)
    const both = pair(loss)
    const valRises = both ? least(both.val).index < both.val.length - 1 : undefined
    const size = rise.factor > limits.huge ? 1.2 : rise.factor > limits.jump ? 0.6 : 0
    return found(
      finding({
        id: rise.accelerating ? 'reading/diverging-fast' : 'reading/diverging',
        values,
        where: span(series, rise.from),
        exhibits: [curveExhibit('loss', [series], [positions(series)[rise.from]!, positions(series).at(-1)!])],
        points: boosting
          ? { 'wrong-loss': 3.5, 'class-imbalance': 3.6, 'wrong-metric': 2, healthy: -3 }
          : {
              'learning-rate-too-high': 3 + size,
              'exploding-gradients': 2.2 + size,
              outliers: 0.8,
              'unscaled-inputs': fromStart ? 1.2 : 0.3,
              'wrong-loss': fromStart ? 1.2 : 0,
              'numeric-overflow': 0.5 + size / 2,
              'batch-too-small': 1,
              healthy: -3,
              overfitting: valRises === true && !onlyVal ? -1 : -0.5,
            },
        ill: true,
        ground: 'loss/rise',
      }),
    )
  },
})

/** With two or three values only a jump that no noise explains counts. */
function twoValues(values: Float64Array, jump: number) {
  const finite = values.filter(Number.isFinite)
  if (finite.length < 2 || finite.length > 4) return null
  const best = least(finite)
  const last = finite.at(-1)!
  return best.value > 0 && last / best.value > jump
    ? { from: best.index, best: best.value, last, factor: last / best.value, z: 99, accelerating: true }
    : null
}

/** Three values or more, each above the one before, from the first on. */
function steadily(values: Float64Array) {
  const finite = values.filter(Number.isFinite)
  if (finite.length < 3 || finite.length > 10 || !finite.every((one, i) => i === 0 || one > finite[i - 1]!)) return null
  const [best, last] = [finite[0]!, finite.at(-1)!]
  return best > 0 ? { from: 0, best, last, factor: last / best, z: 99, accelerating: false, steady: true } : null
}
