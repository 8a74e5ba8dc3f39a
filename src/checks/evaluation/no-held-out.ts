// Is there any held-out curve?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { finest } from '../curves.ts'
import { hasHeldOut } from '../task.ts'

export default defineCheck({
  name: 'no-held-out',
  group: 'evaluation',
  needs: ['loss', 'run'],
  helps: [],
  limits: {
    points: 10, // epochs from which a validation is missed
  },
  examine({ loss, run }, limits) {
    if (hasHeldOut(run)) return clear({}, { 'no-validation-set': 4 })
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points || series.axis !== 'epoch') return irrelevant('excerpt')
    return found(
      finding({
        id: 'no-held-out',
        values: { points: series.value.length },
        points: { 'no-validation-set': 2.2 },
        ground: 'split/val',
      }),
    )
  },
})
