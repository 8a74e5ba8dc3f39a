// Does an epoch hold so few steps that most passes over the data are wasted?

import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'steps-an-epoch',
  group: 'optimization',
  needs: ['optimizers', 'run'],
  helps: ['stepsPerEpochFact', 'examplesTrainFact', 'batchSizeFact', 'inputs'],
  limits: {
    part: 0.1, // part of the training set that a large batch takes
    seen: 4, // batches that must have been seen to be the same
    few: 10, // steps in an epoch below which the batch is too large for the data
    least: 64, // a smaller batch is not large
    tiny: 2, // steps in an epoch from which the finding weighs more
  },
  examine({ optimizers, run, stepsPerEpochFact, examplesTrainFact, batchSizeFact, inputs }, limits) {
    const counted = examplesTrainFact && batchSizeFact ? Math.ceil(examplesTrainFact / batchSizeFact) : undefined
    const steps = stepsPerEpochFact ?? counted ?? (alwaysTheSame(inputs ?? [], limits.seen) ? 1 : undefined)
    if (steps === undefined) return irrelevant('epochs-unknown')
    const symptom = symptomOf(run)
    const batch = batchSizeFact ?? null
    const values = {
      steps,
      batch,
      examples: examplesTrainFact ?? null,
      optimizers: optimizers.length,
      ...lossValues(symptom),
    }
    // A handful of examples makes few steps with any batch.
    const whole = examplesTrainFact && batch ? batch / examplesTrainFact >= limits.part : steps * limits.part <= 1
    const few = steps < limits.few && whole && (batch ?? limits.least) >= limits.least
    if (!few) return clear(values, { 'batch-too-large': 2.5 })
    if (symptom.well) return clear(values)
    return found(
      finding({
        id: 'few-steps-in-an-epoch',
        values,
        // More passes of so few steps are what the remedy of too few epochs would give.
        points: {
          'batch-too-large': weighed(symptom, 4.2, 4.8, 4.8) + (steps <= limits.tiny ? 0.6 : 0),
          'too-few-epochs': -1.5,
        },
        sees: 'batch-too-large',
        ground: 'batch/stated',
      }),
    )
  },
})

/** Whether every batch is the same batch: the whole set. */
function alwaysTheSame(inputs: readonly BatchTensor[], seen: number): boolean {
  const first = inputs[0]
  const list = inputs.filter((one) => one.name === first?.name && one.split === 'train' && one.type === 'float')
  const same = (one: BatchTensor) =>
    one.mean === first!.mean && one.spread === first!.spread && one.min === first!.min && one.max === first!.max
  return list.length >= seen && first!.spread > 0 && list.every(same)
}
