// Are there values among the inputs and targets that are no numbers, or that stand for missing ones?

import type { RunEvent } from '../../record/run.ts'
import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found } from '../check.ts'
import { type Course, graded, lossValues, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'input-values',
  group: 'data',
  needs: ['inputs', 'run'],
  helps: ['targets', 'outputs', 'events'],
  limits: {
    apart: 5, // spreads between a sentinel such as -999 and the other values
  },
  examine({ inputs, run, targets, outputs, events }, limits) {
    const all = [...inputs, ...(targets ?? [])]
    const symptom = symptomOf(run)
    const broken = all.filter((one) => one.nonFinite > 0)
    const place = (one: BatchTensor) => ({ name: one.name, step: one.step, batches: all.length })
    if (broken.length > 0) {
      const first = broken.reduce((a, b) => (b.step < a.step ? b : a))
      // a loss that cuts probabilities off stays finite though every output is NaN
      const through = outputs?.some((one) => one.split === 'train' && one.nonFinite > 0) ?? false
      const lost = symptom.course === 'not-finite' || through
      return found(
        finding({
          id: 'inputs-not-finite',
          values: { ...place(first), share: first.nonFinite, some: broken.length },
          where: { steps: [first.step, broken.at(-1)!.step], split: first.split },
          // A loss that stays finite and falls shows that the model masks them; one that is stuck may have lost them in a
          // ReLU, which makes 0 of NaN in TensorFlow.
          points: { 'missing-values': lost ? 6.5 : 2 + graded(symptom, 1, 3), ...(lost ? NOT_THE_RATE : {}) },
          sees: 'missing-values',
          ground: 'inputs/values',
        }),
      )
    }
    const marked = all.find((one) => one.type === 'float' && SENTINELS.some((mark) => holds(one, mark, limits.apart)))
    if (!marked)
      return clear({ batches: all.length }, { 'missing-values': sawIt(symptom.course, inputs, events) ? 3 : 1 })
    return found(
      finding({
        id: 'inputs-sentinel',
        values: { ...place(marked), min: marked.min, max: marked.max, ...lossValues(symptom) },
        where: { split: marked.split },
        points: { 'missing-values': 2 + graded(symptom, 1, 2), outliers: 0.5 },
        ground: 'inputs/values',
      }),
    )
  },
})

/** What stands for a missing value in many tables. */
const SENTINELS = [-999, -9999, -99999, 9999, 99999]
const NOT_THE_RATE = { 'learning-rate-too-high': -2, 'numeric-overflow': -1.5, 'exploding-gradients': -1.5 } as const

/** Whether a tensor ends at that mark, far outside of its other values. */
function holds({ min, max, mean, spread }: BatchTensor, mark: number, apart: number): boolean {
  return (mark < 0 ? min === mark : max === mark) && Math.abs(mark - mean) > apart * spread
}

/** Clean batches clear the data of a loss that is lost only where the batch of that step is among them. */
function sawIt(course: Course, inputs: readonly BatchTensor[], events: readonly RunEvent[] | undefined): boolean {
  const lost = events?.find((one) => one.kind === 'non-finite')?.step
  return course !== 'not-finite' || inputs.some((one) => one.step === lost)
}
