// Is the training set small for the model, beside a gap?

import { clear, defineCheck, finding, found } from '../check.ts'
import { ends, pair, pairOfShares, quotient } from '../curves.ts'

export default defineCheck({
  name: 'stated-size',
  group: 'data',
  needs: ['examplesTrainFact'],
  helps: ['parametersFact', 'loss', 'accuracy', 'optimizers'],
  limits: {
    few: 2000, // fewer training examples are few
    ratio: 50, // more parameters an example are many
    gap: 0.08, // distance of the accuracies from which there is a gap to explain
    times: 1.4, // validation loss over training loss from which there is one
  },
  examine({ examplesTrainFact, parametersFact, loss, accuracy, optimizers }, limits) {
    // who states a size has a reason to; of a watched run it is always known
    const told = optimizers ? 0.3 : 1
    const [scores, losses] = [pairOfShares(accuracy), pair(loss)]
    const gap = scores ? ends(scores.train).last - ends(scores.val).last : 0
    const times = losses ? quotient(ends(losses.val).last, ends(losses.train).last) : 1
    const apart = gap > limits.gap || times > limits.times
    const ratio = parametersFact ? parametersFact / examplesTrainFact : null
    const values = { examples: examplesTrainFact, parameters: parametersFact ?? null, ratio }
    const few = examplesTrainFact < limits.few
    const large = ratio !== null && ratio > limits.ratio
    if (!apart || !(few || large)) return clear(values, { 'too-little-data': apart ? 0.5 : 1.5, 'model-too-large': 1 })
    return found(
      finding({
        id: few ? 'few-examples' : 'many-parameters',
        values,
        points: {
          'too-little-data': told * (few ? 2.4 : 1.2),
          'model-too-large': told * (large ? 2.4 : 1),
          overfitting: told * 1.6,
        },
        ground: 'data/size',
      }),
    )
  },
})
