// Does the validation loss fall while the training loss stands still?

import { mannKendall } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, ends, pair, relativeFall } from '../curves.ts'

export default defineCheck({
  name: 'dataset-at-fault',
  group: 'reading',
  needs: ['loss'],
  helps: [],
  limits: {
    points: 6, // values of both losses, at least
    still: 0.02, // a training loss that moves by less stands
    fallen: 0.1, // share by which validation must fall
    p: 0.01, // probability of that fall by chance, at most
  },
  examine({ loss }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    if (both.val.length < limits.points) return irrelevant('few-values')
    const values = {
      train: relativeFall(ends(both.train)),
      val: relativeFall(ends(both.val)),
      metric: both.valSeries.name,
    }
    const falls = values.val > limits.fallen && mannKendall(both.val).p < limits.p
    if (!falls || Math.abs(values.train) > limits.still) return clear(values)
    return found(
      finding({
        id: 'reading/dataset-at-fault',
        values,
        exhibits: [curveExhibit('train-and-validation', [both.trainSeries, both.valSeries])],
        points: {
          'data-leakage': 2,
          'distribution-shift': 1.8,
          'easy-validation-set': 1.8,
          'logging-artifact': 1.5,
          'label-noise': 1,
          healthy: -1,
        },
        ground: 'loss/gap',
      }),
    )
  },
})
