// Do the statistics of BatchNorm rest on enough examples, and do they follow the training at a usual pace?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { totalSteps } from '../curves.ts'
import { named } from '../layers.ts'
import { lossValues, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'norm-of-batches',
  group: 'model',
  needs: ['layers', 'run'],
  helps: ['batchSizeFact'],
  limits: {
    few: 4, // examples of a batch up to which its mean and variance are mostly noise (Wu and He 2018)
    slow: 0.005, // momentum below which the running statistics stay at where they began
    fast: 0.6, // and above which they are those of the last batches
    settled: 5, // times 1 / momentum that a run must be long for slow statistics to have followed
  },
  examine({ layers, run, batchSizeFact }, limits) {
    const norms = layers.filter((one) => /batch.?norm/i.test(one.kind))
    if (norms.length === 0) return irrelevant('no-batch-norm')
    const symptom = symptomOf(run)
    const steps = totalSteps(run) ?? 0
    const odd = norms.filter(
      ({ momentum }) =>
        momentum !== undefined &&
        (momentum > limits.fast || (momentum < limits.slow && steps * momentum < limits.settled)),
    )
    const few = batchSizeFact !== undefined && batchSizeFact > 0 && batchSizeFact <= limits.few
    const values = {
      batch: batchSizeFact ?? null,
      momentum: odd[0]?.momentum ?? norms[0]?.momentum ?? null,
      layers: named((odd.length > 0 ? odd : norms).map((one) => one.name)),
      slow: (odd[0]?.momentum ?? 1) < limits.slow ? 'yes' : 'no',
      steps,
      ...lossValues(symptom),
    }
    if (odd.length === 0 && !few) return clear(values, { 'batch-norm-statistics': 1 })
    // what the statistics do wrong shows in eval mode only, while the training loss falls well
    const weight = odd.length > 0 ? 5.6 : 5.2
    return found(
      finding({
        id: odd.length > 0 ? 'norm-momentum' : 'norm-of-few-examples',
        values,
        where: { layers: (odd.length > 0 ? odd : norms).map((one) => one.name) },
        points: { 'batch-norm-statistics': weight, ...(few ? { 'batch-too-small': 1 } : {}) },
        sees: 'batch-norm-statistics',
        ground: 'modes/statistics',
      }),
    )
  },
})
