// Does the loss rise for good, on training and validation data alike?

import { factOf, type RunRecord } from '../../record/run.ts'
import { positions } from '../../record/series.ts'
import { type Divergence, divergence } from '../../signal/divergence.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, least, pair, span, trainOrVal } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'diverging',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: [],
  limits: {
    factor: 1.15, // last loss over its best
    jump: 2.5, // the same where it rises at once, or on validation alone
    huge: 50, // from here on it has gone for good
    z: 4, // how sure the rise must be, in standard deviations
    matters: 0.08, // a rise below this share of the cost of guessing, or of the first loss, is none
    steady: 1.05, // the factor for a loss that rises from value to value
    start: 0.1, // part of the run in which a rise is one from the start
  },
  examine({ loss, run }, limits) {
    const series = trainOrVal(loss)
    if (!series || series.value.length < 2) return irrelevant('one-value')
    // of networks that play against each other one's gain is the other's loss
    if (run.series.some((one) => /^loss of optimizer \d/.test(one.name))) return irrelevant('several-optimizers')
    const steady = steadily(series.value)
    const rise = steady ?? divergence(series.value) ?? atOnce(series.value, limits.jump)
    const onlyVal = series.split !== 'train'
    const enough = steady ? limits.steady : onlyVal ? limits.jump : limits.factor
    const matters = limits.matters * lossUnit(run, series.value)
    const values = {
      metric: series.name,
      best: rise?.best ?? null,
      last: rise?.last ?? null,
      factor: rise?.factor ?? null,
    }
    if (!rise || !(rise.factor > enough && rise.z > limits.z && rise.last - rise.best > matters))
      return clear(values, {
        'learning-rate-too-high': series.value.length >= 10 ? 0.7 : 0,
        'exploding-gradients': 0.7,
      })
    const fromStart = rise.from <= Math.max(1, series.value.length * limits.start)
    const size = rise.factor > limits.huge ? 1.2 : rise.factor > limits.jump ? 0.6 : 0
    const both = onlyVal ? undefined : pair(loss)
    const valRises = both !== undefined && least(both.val).index < both.val.length - 1
    return found(
      finding({
        id: rise.accelerating ? 'reading/diverging-fast' : 'reading/diverging',
        values,
        where: span(series, rise.from),
        exhibits: [curveExhibit('loss', [series], [positions(series)[rise.from]!, positions(series).at(-1)!])],
        points: boosts(run) ? BOOSTING : pointsOf(size, fromStart, valRises),
        ill: true,
        ground: 'loss/rise',
      }),
    )
  },
})

/** No noise explains a rise this clear. */
const SURE = 99

/** With two to four values only a jump that no noise explains counts. */
function atOnce(values: Float64Array, jump: number): Divergence | null {
  const finite = values.filter(Number.isFinite)
  if (finite.length < 2 || finite.length > 4) return null
  const best = least(finite)
  const last = finite.at(-1)!
  return best.value > 0 && last / best.value > jump
    ? { from: best.index, best: best.value, last, factor: last / best.value, z: SURE, accelerating: true }
    : null
}

/** Three to ten values, each above the one before, from the first on. */
function steadily(values: Float64Array): Divergence | null {
  const finite = values.filter(Number.isFinite)
  if (finite.length < 3 || finite.length > 10 || !finite.every((one, i) => i === 0 || one > finite[i - 1]!)) return null
  const [best, last] = [finite[0]!, finite.at(-1)!]
  return best > 0 ? { from: 0, best, last, factor: last / best, z: SURE, accelerating: false } : null
}

/** Trees take no steps that could be too large: a boosted loss rises where it is measured against another aim. */
const BOOSTING: Weights = { 'wrong-loss': 3.5, 'class-imbalance': 3.6, 'wrong-metric': 2, healthy: -3 }

function boosts(run: RunRecord): boolean {
  return /lightgbm|xgboost|catboost|boost/i.test(`${factOf(run, 'framework') ?? ''} ${factOf(run, 'model') ?? ''}`)
}

function pointsOf(size: number, fromStart: boolean, valRises: boolean): Weights {
  return {
    'learning-rate-too-high': 3 + size,
    'exploding-gradients': 2.2 + size,
    outliers: 0.8,
    'unscaled-inputs': fromStart ? 1.2 : 0.3,
    'wrong-loss': fromStart ? 1.2 : 0,
    'numeric-overflow': 0.5 + size / 2,
    'batch-too-small': 1,
    healthy: -3,
    overfitting: valRises ? -1 : -0.5,
  }
}
