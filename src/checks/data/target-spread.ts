// Is the quantity to be predicted so large that a squared error on it is out of scale?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'target-spread',
  group: 'data',
  needs: ['profile', 'run'],
  helps: ['taskFact', 'targets'],
  limits: {
    spread: 100, // standard deviation from which targets should be scaled
  },
  examine({ profile, run, taskFact, targets }, limits) {
    if (targets) return irrelevant('watched')
    if (taskFact !== 'regression') return irrelevant('no-regression')
    const label = profile.find((one) => one.role === 'label' && one.spread !== undefined)
    if (!label) return irrelevant('no-label-column')
    const values = { column: label.column, spread: label.spread!, min: label.min ?? null, max: label.max ?? null }
    if (label.spread! < limits.spread) return clear(values, { 'unscaled-targets': 1.5 })
    const { weight, shown, judged } = beside(run, 1.2, suffers)
    return found(
      finding({
        id: 'label-column-large',
        values,
        points: { 'unscaled-targets': judged && shown ? weight + 1.6 : weight },
        ground: 'data/target-scale',
      }),
    )
  },
})
