// Does the validation loss turn up, or stay behind, while the training loss goes on falling?

import { factOf, type RunRecord } from '../../record/run.ts'
import type { Series } from '../../record/series.ts'
import { onset } from '../../signal/onset.ts'
import { clear, defineCheck, finding, found, unasked } from '../check.ts'
import { curveExhibit, ends, least, type Pair, pair, pairOfShares, quotient, span } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'gap-opens',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['accuracy'],
  limits: {
    rise: 0.03, // rise of validation from its best, relative
    strongRise: 0.25, // from here on the rise is strong
    noiseUnits: 2.5, // how sure the turn must be, in units of the noise
    gap: 1.5, // validation loss over training loss that is far behind
    alone: 10, // the same of a single value
    agree: 0.08, // distance of the accuracies below which the answers hold as well on new examples
    explosion: 3, // a rise above it, with training too, is divergence
    way: 0.25, // share of the way down that the rise is held against
    short: 6, // fewer values are too few for a test of the turn
    long: 4, // so many values without any fall of validation are more than overfitting
    shortRise: 0.05, // the rise that few values must show instead
    matters: 0.02, // a rise below this share of the cost of guessing, or of the first loss, is none
    apart: 0.08, // distance behind, as such a share
    close: 1.15, // validation over training loss that speaks against a gap
  },
  examine({ loss, run, accuracy }, limits) {
    const both = pair(loss) ?? pair(withMetric(run, loss))
    if (!both) return unasked(['loss'])
    const { index, best, last, train, rise, fall } = turnOf(both, limits.way)
    const unit = Math.max(lossUnit(run, both.val), lossUnit(run, both.train))
    const ratio = quotient(last, train.last)
    const apart = (last - train.last) / unit
    const { name: metric, axis } = both.valSeries
    const values = { metric, axis, best, last, rise, at: both.x[index]!, ratio, train: train.last }
    const matters = index < both.val.length - 1 && last - best > limits.matters * unit
    const rising = rise > limits.rise && fall > 0 && matters && isClear(both.val, rise, limits)
    const behind =
      ratio > (both.val.length < 2 ? limits.alone : limits.gap) &&
      apart > limits.apart &&
      last > train.last &&
      train.first >= train.last
    const exploded = rise > limits.explosion && fall <= 0
    if (exploded || !(rising || behind))
      return clear(values, ratio > 0 && (ratio < limits.close || apart < limits.matters) ? AGAINST : {})
    // Overfitting lets validation come down first; where it rises from the first epoch on, other data are as likely.
    const never = rising && index === 0 && both.val.length >= limits.long && both.x[0]! <= 1
    // answers as right on held-out examples as on trained ones are not learnt by heart, whatever their confidence costs
    const scores = pairOfShares(accuracy)
    const gap = scores ? ends(scores.train).last - ends(scores.val).last : limits.agree
    const told = gap < limits.agree ? 0.4 : 1
    const weight =
      told * (never ? 1.8 : rising ? (rise > limits.strongRise ? 3.4 : 2.6) : Math.min(2.8, 0.8 + 5 * apart))
    const band = [both.x[index]!, both.x.at(-1)!] as const
    return found(
      finding({
        id: rising ? 'reading/gap-opens' : 'reading/gap-open',
        values,
        where: { split: 'val', ...span(both.valSeries, index) },
        exhibits: [curveExhibit('train-and-validation', [both.trainSeries, both.valSeries], band)],
        points: pointsOf(weight, never ? 2 : rising ? 0.4 : 0.8, never),
        ground: 'loss/gap',
      }),
    )
  },
})

const AGAINST: Weights = { overfitting: 1.5, 'too-little-data': 1 }

/** The curves of the loss, and of the metric that is the loss function under its own name, e.g. a printed `test mse`. */
function withMetric(run: RunRecord, loss: readonly Series[]): readonly Series[] {
  const kind = factOf(run, 'loss_function')
  return [...loss, ...run.series.filter((one) => one.metric === kind && one.split !== 'train')]
}

/** Where validation is best, how far it rises from there, and how far training falls on meanwhile. */
function turnOf({ train, val }: Pair, way: number) {
  const { index, value: best } = least(val)
  const [end, { last }] = [ends(train), ends(val)]
  // A rise is held against the way the loss came down, so that a flicker at a tiny loss is no rise.
  const rise = quotient(last - best, Math.max(Math.abs(best), way * (val[0]! - best)))
  const fall = quotient(train[index]! - end.last, Math.abs(train[index]!))
  return { index, best, last, train: end, rise, fall }
}

/** Whether a rise is more than noise; few values must rise farther. */
function isClear(
  val: Float64Array,
  rise: number,
  limits: { readonly noiseUnits: number; readonly short: number; readonly shortRise: number },
): boolean {
  return (onset(val)?.z ?? 0) > limits.noiseUnits || (val.length < limits.short && rise > limits.shortRise)
}

function pointsOf(weight: number, shift: number, never: boolean): Weights {
  return {
    overfitting: weight,
    'too-little-data': weight - 0.6,
    'model-too-large': weight - 0.8,
    'too-little-regularization': weight - 0.9,
    'distribution-shift': shift,
    'preprocessing-mismatch': never ? 1 : 0,
    healthy: -1.5,
    'validation-set-too-small': 0.5,
  }
}
