// Are the curves still falling where the run ends?

import { positions } from '../../record/series.ts'
import { powerLaw, predict } from '../../signal/power-law.ts'
import { theilSen } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main, pair } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'still-learning',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'epochsFact'],
  limits: { points: 4, tail: 0.4, gain: 0.08, reached: 0.97, much: 0.25, matters: 0.03 },
  examine({ loss, run, accuracy, epochsFact }, limits) {
    const train = main(loss, 'train')
    if (!train || train.value.length < limits.points) return irrelevant('few-values')
    const judged = pair(loss)?.val.length === train.value.length ? (heldOut(loss) ?? train) : train
    const x = positions(train)
    const tail = tailSlope(x, train.value, limits.tail)
    const valTail = tailSlope(positions(judged), judged.value, limits.tail)
    const fit = powerLaw(
      x.map((one) => one - x[0]! + 1),
      train.value,
    )
    const last = ends(train.value).last
    const span = x.at(-1)! - x[0]! + 1
    const reach = fit ? predict(fit, span * 2) : last + tail.slope * span * 0.5
    // A power law may promise more than the last stretch of the curve does; a straight line on from there is the most.
    const bounded = Math.max(reach, last + tail.slope * (x.at(-1)! - x[0]!))
    const ahead = train.value.some((one) => one < 0) ? bounded : Math.max(0, bounded)
    const gain = (last - ahead) / Math.max(Math.abs(last), 1e-12)
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const values = { metric: train.name, last, ahead, gain, reached: reached ?? null, epochs: train.value.length }
    const falling = (Number.isFinite(tail.high) ? tail.high : tail.slope) < 0 && valTail.slope < 0
    if (!falling || gain < limits.gain || last - ahead < limits.matters * lossUnit(run, train.value))
      return clear(values, { 'too-few-epochs': 1 })
    const unfinished = epochsFact !== undefined && train.axis === 'epoch' && x.at(-1)! < epochsFact * 0.9
    const poor = reached !== undefined && reached < limits.reached
    return found(
      finding({
        id: 'reading/still-learning',
        values,
        exhibits: [curveExhibit('loss', [train, judged === train ? undefined : judged])],
        points: {
          'too-few-epochs':
            (unfinished ? 0.6 : gain > limits.much && reached === undefined ? 1.8 : 1.4) +
            (poor && reached < 0.8 ? (gain > limits.much ? 1.6 : 0.8) : 0),
          'learning-rate-too-low': poor && reached < 0.6 ? 1.2 : 0.5,
          healthy: gain > limits.much ? -0.6 : 1,
          'learning-rate-too-high': -0.5,
        },
        ground: 'loss/end',
      }),
    )
  },
})

/** Theil-Sen slope of the last part of a curve, at least five points of it, so that its interval is finite. */
function tailSlope(x: Float64Array, values: Float64Array, part: number) {
  const points = Math.max(5, Math.floor(values.length * part))
  return theilSen(x.slice(-points), values.slice(-points))
}
