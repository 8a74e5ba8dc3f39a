// Is the loss falling steadily but so slowly that most of the way is left?

import { factOf } from '../../record/run.ts'
import { positions } from '../../record/series.ts'
import { noise } from '../../signal/noise.ts'
import { mannKendall, theilSen } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main } from '../curves.ts'
import { classifies, guessOf } from '../task.ts'

export default defineCheck({
  name: 'slow-descent',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'learningRateFact', 'optimizerFact'],
  limits: { points: 5, part: 0.35, straight: 0.5, reached: 0.7, smooth: 0.02, above: 3, least: 0.03, z: -5 },
  examine({ loss, run, accuracy, learningRateFact, optimizerFact }, limits) {
    const series = main(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const x = positions(series)
    const { first, last } = ends(series.value)
    const half = Math.floor(series.value.length / 2)
    const early = theilSen(x.slice(0, half + 1), series.value.slice(0, half + 1))
    const late = theilSen(x.slice(half), series.value.slice(half))
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const fall = (first - last) / Math.max(Math.abs(first), 1e-12)
    const straight = early.slope < 0 && late.high < 0 ? late.slope / early.slope : 0
    const smooth = noise(series.value).scale / Math.max(Math.abs(last), 1e-12) < limits.smooth
    const values = { metric: series.name, first, last, fall, straight, reached: reached ?? null }
    const poor = reached !== undefined ? reached < limits.reached : fall < limits.part
    const seen =
      first - last > limits.above * noise(series.value).scale &&
      (fall > limits.least || mannKendall(series.value).z < limits.z)
    if (!(seen && fall > 0 && fall < limits.part && straight > limits.straight && smooth && poor))
      return clear(values, { 'learning-rate-too-low': 1.2 })
    const tiny = learningRateFact !== undefined && learningRateFact < (/sgd/i.test(optimizerFact ?? '') ? 1e-3 : 1e-5)
    const near = classifies(run) && guessOf(first, run, 0.15) !== undefined
    return found(
      finding({
        id: 'slow-descent',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: {
          'learning-rate-too-low': tiny ? 4.8 : 4,
          'too-few-epochs': 3,
          'vanishing-gradients': near ? 1.6 : 1,
          'wrong-optimizer': 1.4,
          'batch-too-large': factOf(run, 'batch_size') ? 1 : 0.6,
          'learning-rate-too-high': -1.5,
          healthy: -0.5,
          'poor-initialization': 0.6,
        },
        ground: 'loss/slope',
      }),
    )
  },
})
