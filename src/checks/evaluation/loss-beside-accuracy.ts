// Does the printed training loss fit its own accuracy, or is it many times the validation loss at the same accuracy?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, pair, pairOfShares, quotient } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'loss-beside-accuracy',
  group: 'evaluation',
  needs: ['loss', 'accuracy'],
  helps: ['dropoutFact', 'augmentationFact'],
  limits: {
    times: 6, // training loss over validation loss from which it does not fit
    surely: 7.8, // from here on it does not fit even where training is behind
    apart: 0.06, // training accuracy so far behind would explain a part
    points: 2, // values of both losses, at least
    dropout: 0.5, // a dropout above it explains the distance
  },
  examine({ loss, accuracy, dropoutFact, augmentationFact }, limits) {
    const both = pair(loss)
    if (!both || both.val.length < limits.points) return irrelevant('no-held-out-loss')
    const scores = pairOfShares(accuracy)
    const held = scores && ends(scores.val).last
    const [own, other] = [ends(both.train).last, ends(both.val).last]
    const times = quotient(own, other)
    const values = { metric: both.trainSeries.name, other: both.valSeries.name, times, own, held: held ?? null }
    const noisy = (dropoutFact ?? 0) > limits.dropout || augmentationFact === true
    const fits = !scores || ends(scores.train).last < ends(scores.val).last - limits.apart
    if (noisy || other <= 0 || !(times > limits.times) || (fits && times < limits.surely)) return clear(values)
    const always = both.val.every((one, i) => both.train[i]! > limits.times * one)
    return found(
      finding({
        id: 'loss-beside-accuracy',
        values,
        exhibits: [curveExhibit('train-and-validation', [both.trainSeries, both.valSeries])],
        points: pointsOf(fits, always),
        ground: 'loss/printed',
      }),
    )
  },
})

/** `fits`: the training accuracy is worse too, or not known; `always`: at every value, not only at the end. */
function pointsOf(fits: boolean, always: boolean): Weights {
  return {
    'logging-artifact': !fits ? 5 : always ? 4.4 : 2.6,
    'learning-rate-too-high': fits ? 0 : -3,
    'exploding-gradients': -2,
    'unscaled-inputs': -1,
    'poor-initialization': always ? -1.5 : 0,
    'evaluation-asymmetry': -1,
    healthy: -2,
    'too-much-regularization': fits ? 1 : 0,
  }
}
