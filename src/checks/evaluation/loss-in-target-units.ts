// How large is a squared error beside the range or the spread of the targets?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { heldOutOrTrain } from '../curves.ts'
import { classifies, isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'loss-in-target-units',
  group: 'evaluation',
  needs: ['loss', 'run', 'targetRangeFact'],
  helps: ['targetSpreadFact', 'lossFunctionFact'],
  limits: {
    small: 0.1, // error as a share of the range or spread of the targets that is small
  },
  examine({ loss, run, targetRangeFact: [low, high], targetSpreadFact, lossFunctionFact: stated }, limits) {
    if (isCrossEntropy(lossKind(run)) || classifies(run)) return irrelevant('classification')
    const series = heldOutOrTrain(loss)
    if (!series) return irrelevant('no-train-loss')
    const last = series.value.at(-1)!
    const range = high - low
    if (!(last > 0) || !Number.isFinite(last) || !(range > 0)) return irrelevant('no-ratio')
    const absolute = stated === 'mae' || stated === 'huber'
    const error = absolute ? last : Math.sqrt(last)
    const r2 = targetSpreadFact && !absolute ? 1 - last / targetSpreadFact ** 2 : null
    const share = error / range
    const values = { metric: series.name, last, error, share, low, high, r2, assumed: stated === undefined }
    if (share > limits.small) return clear(values)
    return found(
      finding({
        id:
          stated === undefined
            ? 'loss-in-target-units-assumed'
            : r2 === null
              ? 'loss-in-target-units'
              : 'loss-in-target-units-r2',
        values,
        points: { 'loss-scale': 2.6, healthy: 0.3 },
        ground: 'loss/units',
      }),
    )
  },
})
