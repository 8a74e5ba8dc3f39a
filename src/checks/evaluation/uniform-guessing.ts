// Does the cross-entropy stay at ln K, the cost of guessing?

import { factOf } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main, totalSteps } from '../curves.ts'
import { chance, classCount, classifies, guessOf, lossKind } from '../task.ts'

export default defineCheck({
  name: 'uniform-guessing',
  group: 'evaluation',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'batchSizeFact', 'inputsNormalizedFact'],
  limits: { within: 0.012, withinWithChance: 0.06, fallen: 0.03, aboveChance: 0.05, fewSteps: 1000 },
  examine({ loss, run, accuracy, inputsNormalizedFact }, limits) {
    if (!classifies(run) || lossKind(run) === 'regression') return irrelevant('no-classification')
    const series = main(loss, 'train') ?? heldOut(loss)
    if (!series) return irrelevant('no-train-loss')
    const { first, last } = ends(series.value)
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const random = chance(run)
    const atChance = reached !== undefined && random !== undefined && reached < random + limits.aboveChance
    const guess = guessOf(last, run, atChance || reached !== undefined ? limits.withinWithChance : limits.within)
    const moved = Math.abs(first - last) / Math.max(Math.abs(last), 1e-12)
    const fits =
      guess &&
      (reached === undefined ||
        Math.abs(reached - 1 / guess.classes) < Math.min(limits.aboveChance, 0.5 / guess.classes))
    const values = {
      metric: series.name,
      level: last,
      classes: guess?.classes ?? classCount(run) ?? null,
      guess: guess?.level ?? null,
      reached: reached ?? null,
    }
    if (
      !guess ||
      !fits ||
      (moved > limits.fallen && first > last && series.value.length > 3 && first - guess.level < 0.3 * guess.level)
    )
      return clear(values, { 'misaligned-labels': 1, 'collapsed-output': 1, 'uninformative-features': 1 })
    const steps = totalSteps(run)
    const few =
      (steps !== undefined && steps < limits.fewSteps && series.value.length <= 2) || factOf(run, 'epochs') === 1
    // A level just under ln K with an accuracy just above chance is the class prior: the bias was learnt, so the
    // optimizer works and the inputs tell nothing.
    const prior =
      series.value.length >= 5 && last < guess.level && reached !== undefined && reached > 1 / guess.classes + 0.005
    return found(
      finding({
        id: 'uniform-guessing',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: {
          'misaligned-labels': prior ? 3.6 : 2.2,
          'learning-rate-too-high': prior ? 0.9 : 1.8,
          'uninformative-features': prior ? 2.2 : 1.4,
          'poor-initialization': prior ? 1 : 1.8,
          'vanishing-gradients': prior ? 1 : 1.8,
          'collapsed-output': 1.6,
          'too-few-epochs': few ? 3.4 : 0.5,
          'learning-rate-too-low': few ? 1.6 : 1.4,
          'unscaled-inputs': inputsNormalizedFact === false ? 2.5 : 1,
          'dead-units': 1.2,
          'weights-not-updated': prior ? 0 : 1.4,
          'output-loss-mismatch': 0.8,
          'too-much-regularization': 1,
          healthy: -3,
          overfitting: -1,
        },
        ill: !few,
        ground: 'loss/level',
      }),
    )
  },
})
