// Does the loss jump up at one moment and stay there?

import { positions } from '../../record/series.ts'
import { changePoints } from '../../signal/change-points.ts'
import { logOrLinear } from '../../signal/column.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, finest, hasNonFinite, main, span } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'sudden-jump',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['events'],
  limits: {
    points: 6, // values of the loss, at least
    factor: 1.6, // loss after the jump over that before
    matters: 0.1, // a jump below this share of the cost of guessing, or of the first loss, is none
  },
  examine({ loss, events, run }, limits) {
    const series = main(loss, 'train') ?? finest(loss, 'val')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    if (hasNonFinite(series)) return irrelevant('not-finite')
    const jump = largestJump(series.value, limits.factor, limits.matters * lossUnit(run, series.value))
    if (!jump) return clear({ metric: series.name }, { 'lost-optimizer-state': 2, 'exploding-gradients': 0.5 })
    const { from, to, before, after } = jump
    const x = positions(series)
    const values = { metric: series.name, axis: series.axis, at: x[from]!, before, after, factor: after / before }
    const stays = to === series.value.length
    const resumed = (events ?? []).some((event) => event.kind === 'resume' && isNear(event[series.axis], x, from))
    return found(
      finding({
        id: resumed ? 'jump-at-resume' : stays ? 'sudden-jump' : 'jump-and-recovery',
        values,
        where: span(series, from),
        exhibits: [curveExhibit('loss', [series], [x[Math.max(0, from - 1)]!, x[to - 1] ?? x.at(-1)!])],
        points: resumed ? { 'lost-optimizer-state': 4.4, 'learning-rate-too-high': 1 } : pointsOf(stays),
        ill: stays,
        ground: 'loss/rise',
      }),
    )
  },
})

interface Jump {
  /** indices of the stretch after the jump; `to` is the first index after it */
  readonly from: number
  readonly to: number
  readonly before: number
  readonly after: number
}

/** The jump up by the largest factor, of those above `factor` and by more than `least`. */
function largestJump(values: Float64Array, factor: number, least: number): Jump | undefined {
  const { y, log } = logOrLinear(values)
  const parts = changePoints(y).map(({ from, to, mean }) => ({ from, to, level: log ? Math.exp(mean) : mean }))
  return parts
    .slice(1)
    .map(({ from, to, level }, i) => ({ from, to, before: levelBefore(parts, i), after: level }))
    .filter(({ before, after }) => before > 0 && after / before > factor && after - before > least)
    .sort((a, b) => b.after / b.before - a.after / a.before)[0]
}

/** The level of a part; of a blip of one or two values, such as a small last batch, the higher one of that before it. */
function levelBefore(parts: readonly { from: number; to: number; level: number }[], index: number): number {
  const { from, to, level } = parts[index]!
  return to - from < 3 && index > 0 ? Math.max(level, parts[index - 1]!.level) : level
}

/** Whether a moment lies within two points of an index; a moment that the source does not place is not near. */
function isNear(moment: number | undefined, x: Float64Array, index: number): boolean {
  if (moment === undefined) return false
  return moment >= x[Math.max(0, index - 2)]! && moment <= x[Math.min(x.length - 1, index + 2)]!
}

function pointsOf(stays: boolean): Weights {
  return {
    'learning-rate-too-high': stays ? 3 : 2,
    'exploding-gradients': stays ? 2.6 : 1.8,
    outliers: stays ? 0.5 : 1.2,
    'numeric-overflow': 0.6,
    healthy: -2,
  }
}
