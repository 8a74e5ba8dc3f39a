// How large is a squared error beside the range or the spread of the targets?

import { factOf } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, heldOut, main } from '../curves.ts'
import { classifies, lossKind } from '../task.ts'

export default defineCheck({
  name: 'loss-in-target-units',
  group: 'evaluation',
  needs: ['loss', 'run', 'targetRangeFact'],
  helps: ['targetSpreadFact'],
  limits: { small: 0.1 },
  examine({ loss, run, targetRangeFact, targetSpreadFact }, limits) {
    const kind = lossKind(run)
    const stated = factOf(run, 'loss_function')
    if (kind === 'cross-entropy' || kind === 'binary-cross-entropy' || (classifies(run) && kind !== 'regression'))
      return irrelevant('classification')
    const series = heldOut(loss) ?? main(loss, 'train')
    if (!series) return irrelevant('no-train-loss')
    const last = ends(series.value.slice(-1)).last
    const range = targetRangeFact[1] - targetRangeFact[0]
    if (!(last > 0) || !(range > 0)) return irrelevant('no-ratio')
    const absolute = stated === 'mae' || stated === 'huber'
    const error = absolute ? last : Math.sqrt(last)
    const r2 = targetSpreadFact && !absolute ? 1 - last / targetSpreadFact ** 2 : null
    const values = {
      metric: series.name,
      last,
      error,
      share: error / range,
      low: targetRangeFact[0],
      high: targetRangeFact[1],
      r2,
      assumed: stated === undefined,
    }
    const id =
      stated === undefined
        ? 'loss-in-target-units-assumed'
        : r2 === null
          ? 'loss-in-target-units'
          : 'loss-in-target-units-r2'
    if (values.share > limits.small) return clear(values, { 'loss-scale': 0 })
    return found(finding({ id, values, points: { 'loss-scale': 2.6, healthy: 0.3 }, ground: 'loss/units' }))
  },
})
