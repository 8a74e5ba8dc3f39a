// Are the answers given with full certainty although the loss is high?

import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { graded, lossValues, symptomOf, weighed } from '../symptoms.ts'
import { classifies } from '../task.ts'

export default defineCheck({
  name: 'output-certainty',
  group: 'model',
  needs: ['outputs', 'run'],
  helps: ['lossCalls'],
  limits: {
    certain: 0.98, // mean probability of the top class
    first: 2, // step up to which outputs are those of the initial weights
    logit: 30, // spread of the logits that amounts to the same
  },
  examine({ outputs, run, lossCalls }, limits) {
    if (!classifies(run)) return irrelevant('no-classification')
    const list = outputs.filter((one) => one.split === 'train' && one.type === 'float' && one.nonFinite === 0)
    const late = list.slice(Math.floor(list.length / 2))
    const last = late.at(-1)
    if (!last) return irrelevant('no-output-rows')
    const from = lossCalls?.find((one) => one.trains)?.inputFrom
    const probabilities = late.every((one) => one.min >= 0 && one.max <= 1) && PROBABLE.has(from ?? 'sigmoid')
    const size = Math.max(...late.map((one) => Math.max(Math.abs(one.min), Math.abs(one.max))))
    const certainty = probabilities ? Math.min(...late.map(certaintyOf)) : 0
    const symptom = symptomOf(run)
    const start = list[0]!
    const early = probabilities
      ? certaintyOf(start) > limits.certain
      : Math.max(Math.abs(start.min), Math.abs(start.max)) > limits.logit
    const planted = start.step <= limits.first && early
    const values = { size, certainty, ...lossValues(symptom) }
    // A network that has learnt is certain too: only beside a loss that is high is it a fault.
    const sure = probabilities ? certainty > limits.certain : size > limits.logit
    if (!(sure || planted) || symptom.well || (symptom.grade === 0 && !planted))
      return clear(values, { 'saturated-output': sure ? 0.5 : 2.5 })
    return found(
      finding({
        id: probabilities ? 'answers-certain' : 'logits-huge',
        values,
        where: { steps: [late[0]!.step, last.step] },
        points: {
          'saturated-output': planted ? weighed(symptom, 4.8, 5.2, 5.6) : graded(symptom, 2.6, 3.6),
          'learning-rate-too-high': 1,
          'unscaled-inputs': 0.8,
          'poor-initialization': 0.8,
        },
        ...(planted ? { sees: 'saturated-output' as const } : {}),
        ground: 'outputs/certainty',
      }),
    )
  },
})

const PROBABLE: ReadonlySet<string> = new Set(['sigmoid', 'softmax'])

/** Variance of values in 0..1 as a part of the most that their mean allows: 1 where each is 0 or 1. */
function certaintyOf({ mean, spread }: BatchTensor): number {
  const most = mean * (1 - mean)
  return most > 0 ? Math.min(1, (spread * spread) / most) : 1
}
