// Are the swings of the validation accuracy larger than its number of examples explains?

import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, heldOut } from '../curves.ts'

export default defineCheck({
  name: 'validation-noise',
  group: 'evaluation',
  needs: ['accuracy', 'examplesValFact'],
  helps: ['optimizers'],
  limits: {
    points: 5, // values of the validation accuracy, at least
    small: 300, // more validation examples are no longer few
    explained: 1.6, // swings, as a multiple of what the number of examples explains
    visible: 0.01, // smaller swings do not matter
  },
  examine({ accuracy, examplesValFact, optimizers }, limits) {
    const series = heldOut(accuracy)
    if (!series) return irrelevant('no-held-out-metric')
    if (series.value.length < limits.points) return irrelevant('few-values')
    const shares = asShare(series)
    const level = ends(shares).last
    const binomial = Math.sqrt(Math.max(level * (1 - level), 0.01) / examplesValFact)
    const seen = noise(shares).scale
    const values = { metric: series.name, seen, binomial, examples: examplesValFact }
    if (examplesValFact > limits.small || seen < limits.visible || seen > limits.explained * binomial)
      return clear(values, { 'validation-set-too-small': 1.5 })
    return found(
      finding({
        id: 'validation-noise',
        values,
        where: { split: 'val' },
        points: {
          // who states a size has a reason to; of a watched run it is always known
          'validation-set-too-small': optimizers ? 2.4 : 3.2,
          'batch-noise': 1,
        },
        ground: 'accuracy/noise',
      }),
    )
  },
})
