// Does the network give different answers to different inputs?

import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { graded, lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'output-variety',
  group: 'model',
  needs: ['outputs', 'run'],
  helps: ['targets', 'inputs'],
  limits: {
    still: 0.01, // spread over the examples against that of the targets, or of all outputs
    alone: 0.06, // the same against the size of the outputs where no targets are known, as of embeddings
    times: 5, // how many times farther apart the first outputs must have lain for these to have collapsed
    top: 0.999, // share of the examples that get one and the same class
    rows: 8, // examples that a batch must have
  },
  examine({ outputs, run, targets, inputs }, limits) {
    const rows = outputs.filter(
      (one) => one.split === 'train' && one.acrossRows !== undefined && (one.shape[0] ?? 0) >= limits.rows,
    )
    const late = rows.slice(Math.floor(rows.length / 2))
    if (late.length === 0) return irrelevant('no-output-rows')
    if (targets?.every((one) => one.spread === 0)) return irrelevant('targets-alike')
    if (inputs?.every((one) => one.spread === 0)) return irrelevant('inputs-alike')
    const last = late.at(-1)!
    const share = Math.max(...late.slice(-2).map((one) => varietyOf(one, targets)))
    const symptom = symptomOf(run)
    const values = { share, across: last.acrossRows!, top: last.topShare ?? null, ...lossValues(symptom) }
    const still = share < (targets ? limits.still : limits.alone)
    const oneClass = late.every((one) => (one.topShare ?? 0) >= limits.top)
    if ((!still && !oneClass) || (symptom.grade === 0 && !still))
      return clear(values, { 'collapsed-output': still || oneClass ? 1 : 2.5 })
    return found(
      finding({
        id: still ? 'outputs-alike' : 'one-class-answered',
        values,
        where: { steps: [late[0]!.step, last.step] },
        points: still
          ? {
              'collapsed-output': symptom.well ? 3.4 : weighed(symptom, 4, 4, 4.4),
              'dead-units': 0.8,
              'saturated-activations': 0.5,
              healthy: -2,
            }
          : { 'collapsed-output': graded(symptom, 1.4, 2.2), 'class-imbalance': 1.6, healthy: -1 },
        // what was alike from the first step on has not learnt yet, or cannot; what became so collapsed
        ...(still && varietyOf(rows[0]!, targets) > limits.times * share ? { sees: 'collapsed-output' as const } : {}),
        ground: 'outputs/variety',
      }),
    )
  },
})

/** How far the outputs of the examples of a batch lie apart, beside the spread of numbers to be met, else the size of the outputs. */
function varietyOf(
  { acrossRows, mean, spread, step }: BatchTensor,
  targets: readonly BatchTensor[] | undefined,
): number {
  const target = targets?.find((one) => one.step === step && one.type === 'float' && one.split === 'train')
  return quotient(acrossRows ?? 0, target && target.spread > 0 ? target.spread : Math.hypot(mean, spread))
}
