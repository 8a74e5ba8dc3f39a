// When does the loss become NaN or infinite, and what came before?

import type { CauseId } from '../../causes/index.ts'
import { factOf, type RunRecord } from '../../record/run.ts'
import { positions, type Series } from '../../record/series.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found } from '../check.ts'
import { curveExhibit, span } from '../curves.ts'

export default defineCheck({
  name: 'non-finite',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['precisionFact', 'inputsNormalizedFact', 'learningRatesTriedFact', 'gradientClipFact'],
  limits: { rise: 2, huge: 1e4 },
  examine({ loss, run, precisionFact, inputsNormalizedFact, learningRatesTriedFact, gradientClipFact }, limits) {
    const bad = loss.filter((series) => series.value.some((one) => !Number.isFinite(one)))
    if (bad.length === 0)
      return clear(
        { series: loss.length, points: loss.reduce((sum, one) => sum + one.value.length, 0) },
        { 'numeric-overflow': 1.5, 'missing-values': 2, 'exploding-gradients': 0.5 },
      )
    const series = bad.reduce((a, b) => (a.split === 'train' || b.split !== 'train' ? a : b))
    const at = series.value.findIndex((one) => !Number.isFinite(one))
    const before = series.value.slice(0, at).filter(Number.isFinite)
    const half = precisionFact === 'fp16' || precisionFact === 'mixed'
    const values = {
      metric: series.name,
      at: positions(series)[at]!,
      before: before.length,
      last: before.at(-1) ?? null,
      axis: series.axis,
      inf: !Number.isNaN(series.value[at]!),
    }
    const onlyHeldOut = series.split !== 'train'
    const kind = before.length === 0 ? 'start' : rising(before, limits.rise) ? 'rise' : 'sudden'
    const points = weights(kind, excerpt(series, at), onlyHeldOut)
    if (half) points['numeric-overflow'] = (points['numeric-overflow'] ?? 0) + 2.2
    if (/rnn|lstm|gru|recurrent/i.test(factOf(run, 'model') ?? ''))
      points['exploding-gradients'] = (points['exploding-gradients'] ?? 0) + 1.2
    if (before.length > 0 && before.at(-1)! > limits.huge)
      points['exploding-gradients'] = (points['exploding-gradients'] ?? 0) + 1
    if (learningRatesTriedFact) points['learning-rate-too-high'] = (points['learning-rate-too-high'] ?? 0) - 1.8
    if (gradientClipFact !== undefined) points['exploding-gradients'] = (points['exploding-gradients'] ?? 0) - 0.8
    if (inputsNormalizedFact === false) points['unscaled-inputs'] = (points['unscaled-inputs'] ?? 0) + 2
    return found(
      finding({
        id: `non-finite-${kind}`,
        values,
        where: span(series, at),
        exhibits: [curveExhibit('loss', [series])],
        points: { ...points, ...fromTask(run, kind) },
        ill: true,
        ground: 'loss/non-finite',
      }),
    )
  },
})

type Kind = 'start' | 'rise' | 'sudden'

/** The last values before the end stand well above the usual level. */
function rising(before: Float64Array, times: number): boolean {
  const last = before.at(-1)!
  const usual = median(before.slice(0, Math.max(1, before.length - 2)))
  return before.length > 1 && usual > 0 && last > times * usual
}

/** Whether the record begins in the middle of a run, so that its first value is not the training's first. */
function excerpt(series: Series, at: number): boolean {
  const x = series.axis === 'epoch' ? series.epoch[at] : series.step[at]
  return x !== undefined && Number.isFinite(x) && x > (series.axis === 'epoch' ? 1 : 50)
}

function weights(kind: Kind, middle: boolean, onlyHeldOut: boolean): Partial<Record<CauseId, number>> {
  const healthy = { healthy: -4, overfitting: -1.5, 'evaluation-asymmetry': -2 }
  if (onlyHeldOut)
    return {
      ...healthy,
      'numeric-overflow': 2.2,
      'missing-values': 2,
      'preprocessing-mismatch': 0.8,
      'labels-out-of-range': 1,
    }
  if (kind === 'rise')
    return {
      ...healthy,
      'learning-rate-too-high': 3.4,
      'exploding-gradients': 3,
      'numeric-overflow': 2.2,
      outliers: 1,
      'missing-values': 0.3,
      'wrong-loss': 0.6,
    }
  if (kind === 'sudden')
    return {
      ...healthy,
      'learning-rate-too-high': 2.4,
      'numeric-overflow': 2.8,
      'exploding-gradients': 2.2,
      'missing-values': 1.6,
      'labels-out-of-range': 1.6,
      outliers: 0.8,
    }
  if (middle)
    return {
      ...healthy,
      'learning-rate-too-high': 2.6,
      'numeric-overflow': 2.4,
      'exploding-gradients': 2.2,
      'missing-values': 1,
    }
  return {
    ...healthy,
    'numeric-overflow': 2.8,
    'missing-values': 3,
    'learning-rate-too-high': 1.5,
    'output-loss-mismatch': 1.8,
    'unscaled-inputs': 1.6,
    'labels-out-of-range': 1.4,
    'exploding-gradients': 1,
    'unscaled-targets': 1,
  }
}

/** Large targets with a squared error overflow first; without a stated loss that stays a hint. */
function fromTask(run: RunRecord, kind: Kind): Partial<Record<CauseId, number>> {
  const range = factOf(run, 'target_range')
  return kind !== 'rise' && range && Math.max(...range.map(Math.abs)) > 100 ? { 'unscaled-targets': 3.4 } : {}
}
