// Does the cross-entropy stay at ln K, the cost of guessing?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, heldOut, heldOutOrTrain, main, quotient, shareAtEnd, totalSteps } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { classCount, classifies, type Guess, guessOf } from '../task.ts'

export default defineCheck({
  name: 'uniform-guessing',
  group: 'evaluation',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'inputsNormalizedFact', 'epochsFact'],
  limits: {
    within: 0.012, // distance from ln K, relative
    withinWithChance: 0.06, // the same where the accuracy is known to be that of guessing
    fallen: 0.03, // a loss that came down by this share is not standing
    aboveChance: 0.05, // accuracy above guessing that is still guessing
    fewSteps: 1000, // fewer steps are a beginning
    near: 0.3, // a first loss so near above ln K has only begun to fall
    prior: 0.005, // accuracy above 1 / K that says that shares of classes were learnt
  },
  examine({ loss, run, accuracy, inputsNormalizedFact, epochsFact }, limits) {
    if (!classifies(run)) return irrelevant('no-classification')
    const series = main(loss, 'train') ?? heldOut(loss)
    if (!series) return irrelevant('no-train-loss')
    const { first, last } = ends(series.value)
    const points = series.value.length
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const guess = guessOf(last, run, reached === undefined ? limits.within : limits.withinWithChance)
    const values = {
      metric: series.name,
      level: last,
      classes: guess?.classes ?? classCount(run) ?? null,
      guess: guess?.level ?? null,
      reached: reached ?? null,
    }
    // A loss that came down from just above ln K has begun to learn; from far above it has only lost its bad start.
    const came = quotient(first - last, Math.abs(last)) > limits.fallen && points > 3
    const begun = guess && came && first - guess.level < limits.near * guess.level
    if (!guess || begun || !fits(guess, reached, limits.aboveChance))
      return clear(values, { 'misaligned-labels': 1, 'collapsed-output': 1, 'uninformative-features': 1 })
    const few = epochsFact === 1 || ((totalSteps(run) ?? Number.POSITIVE_INFINITY) < limits.fewSteps && points <= 2)
    const above = reached !== undefined && reached > 1 / guess.classes + limits.prior
    const prior = points >= 5 && last < guess.level && above
    return found(
      finding({
        id: 'uniform-guessing',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: pointsOf(prior, few, inputsNormalizedFact === false),
        ill: !few,
        ground: 'loss/level',
      }),
    )
  },
})

/** Whether an accuracy, where one is known, is that of guessing among so many classes. */
function fits({ classes }: Guess, reached: number | undefined, most: number): boolean {
  return reached === undefined || Math.abs(reached - 1 / classes) < Math.min(most, 0.5 / classes)
}

/**
 * `prior`: a level just under ln K with an accuracy just above chance is the class prior. The bias was learnt, so the
 * optimizer works and the inputs tell nothing. `few`: the run has hardly begun. `raw`: the inputs are not scaled.
 */
function pointsOf(prior: boolean, few: boolean, raw: boolean): Weights {
  return {
    'misaligned-labels': prior ? 3.6 : 2.2,
    'learning-rate-too-high': prior ? 0.9 : 1.8,
    'uninformative-features': prior ? 2.2 : 1.4,
    'poor-initialization': prior ? 1 : 1.8,
    'vanishing-gradients': prior ? 1 : 1.8,
    'collapsed-output': 1.6,
    'too-few-epochs': few ? 3.4 : 0.5,
    'learning-rate-too-low': few ? 1.6 : 1.4,
    'unscaled-inputs': raw ? 2.5 : 1,
    'dead-units': 1.2,
    'weights-not-updated': prior ? 0 : 1.4,
    'output-loss-mismatch': 0.8,
    'too-much-regularization': 1,
    healthy: -3,
    overfitting: -1,
  }
}
