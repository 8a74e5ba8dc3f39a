// Does the loss jump up at one moment and stay there?

import { positions } from '../../record/series.ts'
import { changePoints } from '../../signal/change-points.ts'
import { logOrLinear } from '../../signal/column.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, finest, main, span } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'sudden-jump',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['events'],
  limits: { points: 6, factor: 1.6, matters: 0.1 },
  examine({ loss, events, run }, limits) {
    const series = main(loss, 'train') ?? finest(loss, 'val')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    if (series.value.some((one) => !Number.isFinite(one))) return irrelevant('not-finite')
    const { y, log } = logOrLinear(series.value)
    const parts = changePoints(y)
    const level = (mean: number) => (log ? Math.exp(mean) : mean)
    const jumps = parts.slice(1).map((part, i) => ({ part, before: level(parts[i]!.mean), after: level(part.mean) }))
    const largest = jumps
      .filter(
        (one) =>
          one.before > 0 &&
          one.after / one.before > limits.factor &&
          one.after - one.before > limits.matters * lossUnit(run, series.value),
      )
      .sort((a, b) => b.after / b.before - a.after / a.before)[0]
    if (!largest) return clear({ metric: series.name }, { 'lost-optimizer-state': 2, 'exploding-gradients': 0.5 })
    const x = positions(series)
    const resumed = (events ?? []).some(
      (event) => event.kind === 'resume' && near(event[series.axis], x, largest.part.from),
    )
    const values = {
      metric: series.name,
      axis: series.axis,
      at: x[largest.part.from]!,
      before: largest.before,
      after: largest.after,
      factor: largest.after / largest.before,
    }
    const stays = largest.part === parts.at(-1)
    return found(
      finding({
        id: resumed ? 'jump-at-resume' : stays ? 'sudden-jump' : 'jump-and-recovery',
        values,
        where: span(series, largest.part.from),
        exhibits: [
          curveExhibit('loss', [series], [x[Math.max(0, largest.part.from - 1)]!, x[largest.part.to - 1] ?? x.at(-1)!]),
        ],
        points: resumed
          ? { 'lost-optimizer-state': 4.4, 'learning-rate-too-high': 1 }
          : {
              'learning-rate-too-high': stays ? 3 : 2,
              'exploding-gradients': stays ? 2.6 : 1.8,
              outliers: stays ? 0.5 : 1.2,
              'numeric-overflow': 0.6,
              healthy: -2,
            },
        ill: stays,
        ground: 'loss/rise',
      }),
    )
  },
})

/** Whether a moment lies within two points of an index; a moment that the source does not place is not near. */
function near(moment: number | undefined, x: Float64Array, index: number): boolean {
  if (moment === undefined) return false
  return moment >= x[Math.max(0, index - 2)]! && moment <= x[Math.min(x.length - 1, index + 2)]!
}
