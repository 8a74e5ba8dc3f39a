// When does the loss become NaN or infinite, and what came before?

import type { CauseId } from '../../causes/index.ts'
import { positions, type Series } from '../../record/series.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, type Given } from '../check.ts'
import { curveExhibit, hasNonFinite, span } from '../curves.ts'
import type { Weights } from '../finding.ts'

const TOLD = [
  'precisionFact',
  'modelFact',
  'learningRatesTriedFact',
  'gradientClipFact',
  'inputsNormalizedFact',
  'targetRangeFact',
] as const
type Told = Given<never, (typeof TOLD)[number]>

export default defineCheck({
  name: 'non-finite',
  group: 'optimization',
  needs: ['loss'],
  helps: TOLD,
  limits: {
    rise: 2, // loss over its best from which it rose before it broke
    huge: 1e4, // a last loss above it was on its way to overflow
    largeTargets: 100, // targets beyond this size explain it
    firstEpoch: 1, // epochs in which it breaks from the start
    firstSteps: 50, // the same in steps
  },
  examine({ loss, ...told }, limits) {
    const bad = loss.filter(hasNonFinite)
    if (bad.length === 0)
      return clear(
        { series: loss.length, points: loss.reduce((sum, one) => sum + one.value.length, 0) },
        { 'numeric-overflow': 1.5, 'missing-values': 2, 'exploding-gradients': 0.5 },
      )
    const series = bad.find((one) => one.split === 'train') ?? bad[0]!
    const index = series.value.findIndex((one) => !Number.isFinite(one))
    const before = series.value.subarray(0, index)
    const last = before.at(-1) ?? null
    const look = last === null ? 'start' : rises(before, limits.rise) ? 'rise' : 'sudden'
    return found(
      finding({
        id: `non-finite-${look}`,
        values: {
          metric: series.name,
          at: positions(series)[index]!,
          before: before.length,
          last,
          axis: series.axis,
          inf: !Number.isNaN(series.value[index]!),
        },
        where: span(series, index),
        exhibits: [curveExhibit('loss', [series])],
        points: {
          ...shifted(POINTS[caseOf(series, look, limits)], shiftsOf(told, last ?? 0, limits.huge)),
          ...largeTargets(told, look, limits.largeTargets),
        },
        ill: true,
        ground: 'loss/non-finite',
      }),
    )
  },
})

type Look = 'start' | 'rise' | 'sudden'

/** The last value before the end stands well above the usual level. */
function rises(before: Float64Array, times: number): boolean {
  const usual = median(before.slice(0, Math.max(1, before.length - 2)))
  return before.length > 1 && usual > 0 && before.at(-1)! > times * usual
}

/** A record may begin in the middle of a run: then its first value is not the training's first. */
function caseOf(
  series: Series,
  look: Look,
  limits: Readonly<Record<'firstEpoch' | 'firstSteps', number>>,
): keyof typeof POINTS {
  if (series.split !== 'train') return 'heldOut'
  const first = series.axis === 'epoch' ? limits.firstEpoch : limits.firstSteps
  return look === 'start' && series[series.axis][0]! > first ? 'middle' : look
}

const SICK = { healthy: -4, overfitting: -1.5, 'evaluation-asymmetry': -2 } as const

const POINTS = {
  heldOut: {
    ...SICK,
    'numeric-overflow': 2.2,
    'missing-values': 2,
    'preprocessing-mismatch': 0.8,
    'labels-out-of-range': 1,
  },
  rise: {
    ...SICK,
    'learning-rate-too-high': 3.4,
    'exploding-gradients': 3,
    'numeric-overflow': 2.2,
    outliers: 1,
    'missing-values': 0.3,
    'wrong-loss': 0.6,
  },
  sudden: {
    ...SICK,
    'learning-rate-too-high': 2.4,
    'numeric-overflow': 2.8,
    'exploding-gradients': 2.2,
    'missing-values': 1.6,
    'labels-out-of-range': 1.6,
    outliers: 0.8,
  },
  middle: {
    ...SICK,
    'learning-rate-too-high': 2.6,
    'numeric-overflow': 2.4,
    'exploding-gradients': 2.2,
    'missing-values': 1,
  },
  start: {
    ...SICK,
    'numeric-overflow': 2.8,
    'missing-values': 3,
    'learning-rate-too-high': 1.5,
    'output-loss-mismatch': 1.8,
    'unscaled-inputs': 1.6,
    'labels-out-of-range': 1.4,
    'exploding-gradients': 1,
    'unscaled-targets': 1,
  },
} as const satisfies Readonly<Record<string, Weights>>

type Shift = readonly [holds: boolean, cause: CauseId, by: number]

/** What else is known of the run, and by how much it moves a cause. */
function shiftsOf(told: Told, last: number, huge: number): readonly Shift[] {
  return [
    [told.precisionFact === 'fp16' || told.precisionFact === 'mixed', 'numeric-overflow', 2.6],
    [/rnn|lstm|gru|recurrent/i.test(told.modelFact ?? ''), 'exploding-gradients', 1.2],
    [last > huge, 'exploding-gradients', 1],
    [told.learningRatesTriedFact !== undefined, 'learning-rate-too-high', -1.8],
    [told.gradientClipFact !== undefined, 'exploding-gradients', -0.8],
    [told.inputsNormalizedFact === false, 'unscaled-inputs', 2],
  ]
}

function shifted(points: Weights, shifts: readonly Shift[]): Weights {
  const out: Partial<Record<CauseId, number>> = { ...points }
  for (const [holds, cause, by] of shifts) if (holds) out[cause] = (out[cause] ?? 0) + by
  return out
}

/** Large targets with a squared error overflow first, and without a climb. */
function largeTargets({ targetRangeFact: range }: Told, look: Look, large: number): Weights {
  return look !== 'rise' && (range ?? []).some((one) => Math.abs(one) > large) ? { 'unscaled-targets': 3.4 } : {}
}
