// Does the printed training loss fit its own accuracy, or is it many times the validation loss at the same accuracy?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, pair } from '../curves.ts'

export default defineCheck({
  name: 'loss-beside-accuracy',
  group: 'evaluation',
  needs: ['loss', 'accuracy'],
  helps: ['dropoutFact', 'augmentationFact'],
  limits: { times: 6, apart: 0.06, points: 2 },
  examine({ loss, accuracy, dropoutFact, augmentationFact }, limits) {
    const losses = pair(loss)
    if (!losses || losses.val.length < limits.points) return irrelevant('no-held-out-loss')
    const scores = pair(accuracy)
    const held = scores ? ends(asShare({ ...scores.valSeries, value: scores.val })).last : undefined
    const train =
      scores && scores.trainSeries.split === 'train'
        ? ends(asShare({ ...scores.trainSeries, value: scores.train })).last
        : undefined
    const [own, other] = [ends(losses.train).last, ends(losses.val).last]
    const times = own / Math.max(other, 1e-12)
    const values = { metric: losses.trainSeries.name, other: losses.valSeries.name, times, own, held: held ?? null }
    const always = losses.val.every((one, i) => losses.train[i]! > limits.times * one)
    const noisy = (dropoutFact ?? 0) > 0.5 || augmentationFact === true
    const fits = train === undefined || held === undefined || train < held - limits.apart
    if (!(times > limits.times) || other <= 0 || noisy || (fits && times < limits.times * 1.3)) return clear(values)
    return found(
      finding({
        id: 'loss-beside-accuracy',
        values,
        exhibits: [curveExhibit('train and validation', [losses.trainSeries, losses.valSeries])],
        points: {
          'logging-artifact': !fits ? 5 : always ? 4.4 : 2.6,
          'learning-rate-too-high': fits ? 0 : -3,
          'exploding-gradients': -2,
          'unscaled-inputs': -1,
          'poor-initialization': always ? -1.5 : 0,
          'evaluation-asymmetry': -1,
          healthy: -2,
          'too-much-regularization': fits ? 1 : 0,
        },
        ground: 'loss/printed',
      }),
    )
  },
})
