// Does the validation curve jump about while the training curve is smooth?

import { logOrLinear } from '../../signal/column.ts'
import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { asShare, curveExhibit, pair } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'erratic-validation',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'batchNormFact', 'pretrainedFact', 'examplesValFact', 'layers'],
  limits: { points: 5, times: 4, least: 0.25, swing: 0.1, standardErrors: 3, matters: 0.05 },
  examine({ loss, run, accuracy, batchNormFact, pretrainedFact, examplesValFact, layers }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    if (both.val.length < limits.points) return irrelevant('few-values')
    const trainNoise = noise(logOrLinear(both.train).y).scale
    const valNoise = noise(logOrLinear(both.val).y).scale
    const scores = pair(accuracy)
    const score =
      scores && scores.val.length >= limits.points ? asShare({ ...scores.valSeries, value: scores.val }) : undefined
    const swing = score ? noise(score).scale : 0
    const chance = score && examplesValFact ? Math.sqrt(0.25 / examplesValFact) : 0
    const values = {
      val: valNoise,
      train: trainNoise,
      times: valNoise / Math.max(trainNoise, 1e-6),
      swing,
      metric: both.valSeries.name,
    }
    const erratic =
      valNoise > limits.least &&
      valNoise > limits.times * trainNoise &&
      noise(both.val).scale > limits.matters * lossUnit(run, both.val)
    if (!erratic)
      return clear(values, { 'batch-norm-statistics': 0.3, 'validation-set-too-small': valNoise < 0.03 ? 1 : 0 })
    const norm =
      batchNormFact === true ||
      pretrainedFact === true ||
      (layers ?? []).some((layer) => /batch.?norm/i.test(layer.kind))
    const small = chance > 0 && swing < limits.standardErrors * chance
    return found(
      finding({
        id: 'erratic-validation',
        values,
        where: { split: 'val' },
        exhibits: [curveExhibit('train and validation', [both.trainSeries, both.valSeries])],
        points: {
          'batch-norm-statistics': (norm ? 3.2 : 2.4) - (small ? 2 : 0),
          'validation-set-too-small': small ? 3 : 1.4,
          'learning-rate-too-high': 1.6,
          overfitting: -0.5,
          'distribution-shift': 0.6,
          'preprocessing-mismatch': 0.8,
          healthy: -1.5,
        },
        ground: 'loss/erratic',
      }),
    )
  },
})
