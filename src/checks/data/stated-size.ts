// Is the training set small for the model, beside a gap?

import { clear, defineCheck, finding, found, unasked } from '../check.ts'
import { asShare, ends, pair } from '../curves.ts'

export default defineCheck({
  name: 'stated-size',
  group: 'data',
  needs: ['run'],
  helps: ['examplesTrainFact', 'parametersFact', 'loss', 'accuracy', 'examplesValFact'],
  limits: { few: 2000, ratio: 50, gap: 0.08, times: 1.4 },
  examine({ examplesTrainFact, parametersFact, loss, accuracy }, limits) {
    if (examplesTrainFact === undefined) return unasked(['examplesTrainFact'])
    const scores = pair(accuracy)
    const losses = pair(loss)
    const gap = scores
      ? ends(asShare({ ...scores.trainSeries, value: scores.train })).last -
        ends(asShare({ ...scores.valSeries, value: scores.val })).last
      : 0
    const times = losses ? ends(losses.val).last / Math.max(ends(losses.train).last, 1e-12) : 1
    const apart = gap > limits.gap || times > limits.times
    const values = {
      examples: examplesTrainFact,
      parameters: parametersFact ?? null,
      ratio: parametersFact ? parametersFact / examplesTrainFact : null,
    }
    const few = examplesTrainFact < limits.few
    const large = parametersFact !== undefined && parametersFact / examplesTrainFact > limits.ratio
    if (!apart || !(few || large)) return clear(values, { 'too-little-data': apart ? 0.5 : 1.5, 'model-too-large': 1 })
    return found(
      finding({
        id: few ? 'few-examples' : 'many-parameters',
        values,
        points: { 'too-little-data': few ? 2.4 : 1.2, 'model-too-large': large ? 2.4 : 1, overfitting: 1.6 },
        ground: 'data/size',
      }),
    )
  },
})
