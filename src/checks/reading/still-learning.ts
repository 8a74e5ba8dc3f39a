// Are the curves still falling where the run ends?

import { positions } from '../../record/series.ts'
import { powerLaw, predict } from '../../signal/power-law.ts'
import { type Line, theilSen } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, heldOut, heldOutOrTrain, main, pair, quotient, shareAtEnd } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'still-learning',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'epochsFact'],
  limits: {
    points: 4, // values of the training loss, at least
    tail: 0.4, // last part of the run that is looked at
    gain: 0.08, // what as much training again would bring, relative
    much: 0.25, // from here on it is much
    matters: 0.03, // a gain below this share of the cost of guessing, or of the first loss, is none
    unfinished: 0.9, // a run that ended before this share of its plan broke off
  },
  examine({ loss, run, accuracy, epochsFact }, limits) {
    const train = main(loss, 'train')
    if (!train || train.value.length < limits.points) return irrelevant('few-values')
    const judged = pair(loss)?.val.length === train.value.length ? (heldOut(loss) ?? train) : train
    const x = positions(train)
    const tail = tailOf(x, train.value, limits.tail)
    const last = ends(train.value).last
    const ahead = twiceAsLong(x, train.value, last, tail)
    const gain = quotient(last - ahead, Math.abs(last))
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const values = { metric: train.name, last, ahead, gain, reached: reached ?? null, epochs: train.value.length }
    const falling =
      (Number.isFinite(tail.high) ? tail.high : tail.slope) < 0 &&
      tailOf(positions(judged), judged.value, limits.tail).slope < 0
    if (!falling || gain < limits.gain || last - ahead < limits.matters * lossUnit(run, train.value))
      return clear(values, { 'too-few-epochs': 1 })
    const planned = train.axis === 'epoch' ? epochsFact : undefined
    const unfinished = planned !== undefined && x.at(-1)! < planned * limits.unfinished
    return found(
      finding({
        id: 'reading/still-learning',
        values,
        exhibits: [curveExhibit('loss', [train, judged === train ? undefined : judged])],
        points: pointsOf(reached, gain > limits.much, unfinished),
        ground: 'loss/end',
      }),
    )
  },
})

/** Theil-Sen line of the last part of a curve, at least five points of it, so that its interval is finite. */
function tailOf(x: Float64Array, values: Float64Array, part: number): Line {
  const points = Math.max(5, Math.floor(values.length * part))
  return theilSen(x.slice(-points), values.slice(-points))
}

/** Where the loss would be after as much training again. */
function twiceAsLong(x: Float64Array, values: Float64Array, last: number, tail: Line): number {
  const way = x.at(-1)! - x[0]!
  const fit = powerLaw(
    x.map((one) => one - x[0]! + 1),
    values,
  )
  const line = last + tail.slope * (way + 1) * 0.5
  const curve = fit ? predict(fit, (way + 1) * 2) : line
  // A fall that gets faster is no power law, and its fit points back up; the straight line is kept then.
  const reach = curve < last ? curve : line
  // A power law may promise more than the last stretch of the curve does; a straight line on from there is the most.
  const bounded = Math.max(reach, last + tail.slope * way)
  return values.some((one) => one < 0) ? bounded : Math.max(0, bounded)
}

function pointsOf(reached: number | undefined, much: boolean, unfinished: boolean): Weights {
  const poor = reached !== undefined && reached < 0.8
  const few = unfinished ? 0.6 : much && reached === undefined ? 1.8 : 1.4
  return {
    'too-few-epochs': few + (poor ? (much ? 1.6 : 0.8) : 0),
    'learning-rate-too-low': poor && reached < 0.6 ? 1.2 : 0.5,
    healthy: much ? -0.6 : 1,
    'learning-rate-too-high': -0.5,
  }
}
