// Does the training do what it should: does the loss fall, stay down, and hold on unseen data?

import type { RunRecord } from '../../record/run.ts'
import type { Series } from '../../record/series.ts'
import { noise } from '../../signal/noise.ts'
import { mannKendall } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import {
  ends,
  hasNonFinite,
  heldOutOrTrain,
  least,
  pair,
  pairOfShares,
  relativeFall,
  shareAtEnd,
  trainOrVal,
} from '../curves.ts'
import { chance, guessOf, lossUnit } from '../task.ts'

export default defineCheck({
  name: 'health',
  group: 'evaluation',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'complaintFact'],
  limits: {
    points: 3, // values of the training loss, at least
    fallen: 0.15, // share by which the loss must have fallen
    tested: 5, // from so many values on the fall is tested too
    p: 0.05, // probability of such a fall by chance, at most
    back: 0.15, // share of the way down that the loss may have come back
    gap: 1.35, // validation loss over training loss that is still near
    good: 0.8, // an accuracy from which the run is good
    apart: 0.04, // distance of the accuracies that is still near
    chance: 0.05, // distance from guessing below which nothing was learnt
    guess: 0.01, // distance from ln K, relative, that is guessing
    above: 3, // noise that may come on top, in its units
    small: 0.1, // a gap below this share of what guessing costs is none
    poor: 0.6, // an accuracy below it is no health, whatever the loss does
  },
  examine({ loss, run, accuracy, complaintFact: complaints }, limits) {
    const train = trainOrVal(loss)
    if (!train) return irrelevant('no-train-loss')
    if (train.value.length < limits.points) return irrelevant('few-values')
    if (hasNonFinite(train)) return clear({ metric: train.name }, { healthy: 4 })
    const { first, last } = ends(train.value)
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const values = { metric: train.name, first, last, fall: relativeFall({ first, last }), reached: reached ?? null }
    const good = reached !== undefined && reached > limits.good
    const falls = fallsClearly(train.value, limits)
    const holds = holdsUp(loss, run, limits)
    const near = staysNear(accuracy, limits.apart)
    const learns = falls || (good && holds === true)
    if (guesses(run, last, reached, limits) || !staysDown(train.value, limits) || (holds === false && !near) || !learns)
      return clear(values, { healthy: 1 })
    const poor = reached !== undefined && reached < limits.poor
    const blamed = complaints?.some((one) => AT_ODDS.has(one)) ?? false
    const lifts = [blamed ? -0.8 : 0, falls ? 0.8 : 0, holds ? 0.8 : 0, good ? 0.7 : 0, near ? 0.5 : 0, poor ? -2 : 0]
    return found(
      finding({
        id: holds === undefined ? 'loss-falls' : 'loss-falls-and-holds',
        values,
        points: {
          healthy: lifts.reduce((sum, one) => sum + one, 1.2),
          'learning-rate-too-high': -1,
          overfitting: holds ? -1 : 0,
          'weights-not-updated': -2,
          'misaligned-labels': -2,
        },
        ground: 'loss/health',
      }),
    )
  },
})

/** What an asker says that health would not make them say; their run is ill more often than its curve tells. */
const AT_ODDS: ReadonlySet<string> = new Set([
  'loss-flat',
  'loss-rises',
  'accuracy-flat',
  'predictions-constant',
  'predictions-poor',
  'slow',
])

type Reads<Name extends string> = Readonly<Record<Name, number>>

/** Whether the loss comes down far, and by more than chance where there are values enough to test it. */
function fallsClearly(values: Float64Array, limits: Reads<'fallen' | 'tested' | 'p'>): boolean {
  if (!(relativeFall(ends(values)) > limits.fallen)) return false
  return values.length < limits.tested || mannKendall(values).p < limits.p
}

/** Whether the loss ends near its best. */
function staysDown(values: Float64Array, limits: Reads<'back' | 'above'>): boolean {
  const { first, last } = ends(values)
  const best = least(values).value
  const way = Math.max(Math.abs(first - best), Math.abs(best) * 0.2)
  return last - best <= limits.back * way + limits.above * noise(values).scale
}

/** Whether the accuracy, or without one the loss, is that of guessing. */
function guesses(
  run: RunRecord,
  last: number,
  reached: number | undefined,
  limits: Reads<'chance' | 'guess'>,
): boolean {
  if (reached === undefined) return guessOf(last, run, limits.guess) !== undefined
  const random = chance(run)
  return random !== undefined && reached < random + limits.chance
}

/** Whether validation ends near training: as a ratio, or by a difference that is small beside what guessing costs. */
function holdsUp(
  loss: readonly Series[],
  run: RunRecord,
  limits: Reads<'gap' | 'small' | 'above'>,
): boolean | undefined {
  const both = pair(loss)
  if (!both) return undefined
  const [own, held] = [ends(both.train).last, ends(both.val).last]
  const unit = Math.max(lossUnit(run, both.train), lossUnit(run, both.val))
  return held <= limits.gap * own + limits.above * noise(both.val).scale || held - own < limits.small * unit
}

/** Whether training and held-out accuracy end close together; false where one is not known. */
function staysNear(accuracy: readonly Series[] | undefined, apart: number): boolean {
  const both = pairOfShares(accuracy)
  return both !== undefined && ends(both.train).last - ends(both.val).last < apart
}
