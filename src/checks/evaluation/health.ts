// Does the training do what it should: does the loss fall, stay down, and hold on unseen data?

import { noise } from '../../signal/noise.ts'
import { mannKendall } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, heldOut, least, main, pair } from '../curves.ts'
import { chance, guessOf, lossUnit } from '../task.ts'

export default defineCheck({
  name: 'health',
  group: 'evaluation',
  needs: ['loss', 'run'],
  helps: ['accuracy'],
  limits: {
    points: 3,
    fallen: 0.15,
    p: 0.05,
    back: 0.15,
    gap: 1.35,
    good: 0.8,
    apart: 0.04,
    chance: 0.05,
    above: 3,
    small: 0.1,
    poor: 0.6,
  },
  examine({ loss, run, accuracy }, limits) {
    const train = main(loss, 'train') ?? main(loss, 'val')
    if (!train) return irrelevant('no-train-loss')
    if (train.value.length < limits.points) return irrelevant('few-values')
    if (train.value.some((one) => !Number.isFinite(one))) return clear({ metric: train.name }, { healthy: 4 })
    const { first, last } = ends(train.value)
    const fall = (first - last) / Math.max(Math.abs(first), 1e-12)
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const random = chance(run)
    const values = { metric: train.name, first, last, fall, reached: reached ?? null }
    const best = least(train.value).value
    const spread = noise(train.value).scale
    const stays =
      last - best <= limits.back * Math.max(Math.abs(first - best), Math.abs(best) * 0.2) + limits.above * spread
    const guessing =
      (reached !== undefined && random !== undefined && reached < random + limits.chance) ||
      (reached === undefined && guessOf(last, run, 0.01) !== undefined)
    const both = pair(loss)
    const holds = both
      ? holdsUp(both.train, both.val, Math.max(lossUnit(run, both.train), lossUnit(run, both.val)), limits)
      : undefined
    const shares = pair(accuracy)
    const near = shares
      ? ends(asShare({ ...shares.trainSeries, value: shares.train })).last -
          ends(asShare({ ...shares.valSeries, value: shares.val })).last <
        limits.apart
      : undefined
    const falls =
      train.value.length >= 3 &&
      fall > limits.fallen &&
      (train.value.length < 5 || mannKendall(train.value).p < limits.p)
    const good = reached !== undefined && reached > limits.good
    if (guessing || !stays || (holds === false && near !== true) || !(falls || (good && holds === true)))
      return clear(values, { healthy: 1 })
    const weight =
      1.2 +
      (falls ? 0.8 : 0) +
      (holds === true ? 0.8 : 0) +
      (good ? 0.7 : 0) +
      (near === true ? 0.5 : 0) -
      (reached !== undefined && reached < limits.poor ? 2 : 0)
    return found(
      finding({
        id: holds === undefined ? 'loss-falls' : 'loss-falls-and-holds',
        values,
        points: {
          healthy: weight,
          'learning-rate-too-high': -1,
          overfitting: holds === true ? -1 : 0,
          'weights-not-updated': -2,
          'misaligned-labels': -2,
        },
        ground: 'loss/health',
      }),
    )
  },
})

/** Whether validation ends near training: as a ratio, or by a difference that is small beside what guessing costs. */
function holdsUp(
  train: Float64Array,
  val: Float64Array,
  unit: number,
  limits: { gap: number; small: number },
): boolean {
  const [end, held] = [ends(train).last, ends(val).last]
  return held <= limits.gap * end + 3 * noise(val).scale || held - end < limits.small * unit
}
