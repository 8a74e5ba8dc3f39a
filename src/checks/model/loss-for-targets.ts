// Does the loss function suit the targets that it gets?

import type { BatchTensor, LossCall } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { graded, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'loss-for-targets',
  group: 'model',
  needs: ['lossCalls', 'targets', 'run'],
  helps: ['accuracy', 'inputs'],
  limits: {
    least: 3, // classes from which whole numbers are taken for labels
    most: 1000, // largest label that is taken for one
  },
  examine({ lossCalls, targets, run, accuracy, inputs }, limits) {
    const call = lossCalls.find((one) => one.trains && one.split === 'train')
    const target = targets.find((one) => one.split === 'train')
    if (!call || !target) return irrelevant('no-trained-loss')
    const values = { loss: call.name, distinct: target.distinct ?? null, min: target.min, max: target.max }
    // targets that are drawn from the numbers that an embedding takes are names too
    const tokens = inputs?.some((one) => one.type === 'integer' && one.max > 1 && one.max >= target.max) ?? false
    const kind = REGRESSION.has(call.loss) ? classesAs(target, call, tokens, limits) : undefined
    if (!kind) return clear(values, { 'wrong-loss': 2.5 })
    const grade = symptomOf(run).grade
    // An accuracy, or an output of one unit a class, says that the numbers are names; ratings and counts have neither.
    const said =
      tokens || accuracy !== undefined || call.inputFrom === 'softmax' || (call.inputShape[1] ?? 1) >= limits.least
    const weight =
      kind === 'one-hot' ? (grade === 0 ? 2 : 4) : said ? 5.8 + graded({ grade }, 0.4, 0.8) : grade === 0 ? 1 : 2.4
    return found(
      finding({
        id: kind === 'one-hot' ? 'squares-on-one-hot' : 'squares-on-class-numbers',
        values,
        points: { 'wrong-loss': weight, 'output-loss-mismatch': 1.5 },
        sees: 'wrong-loss',
        ground: 'model/loss',
      }),
    )
  },
})

const REGRESSION: ReadonlySet<string> = new Set(['mse', 'mae', 'huber'])

/** Whether targets of a regression loss are classes: as 0/1 rows that sum to one, or as whole numbers from 0 or 1 on. */
function classesAs(
  { type, distinct, min, max, sumsToOne, shape }: BatchTensor,
  { inputShape }: LossCall,
  tokens: boolean,
  limits: Readonly<Record<'least' | 'most', number>>,
): 'one-hot' | 'numbers' | undefined {
  if (sumsToOne && distinct === 2 && min === 0 && max === 1 && (shape.at(-1) ?? 1) >= 2) return 'one-hot'
  if (type === 'boolean' || distinct === undefined || max > limits.most) return undefined
  const numbered = (min === 0 || min === 1) && distinct >= limits.least && (tokens || distinct >= 0.7 * (max - min + 1))
  return numbered && inputShape.length <= 2 ? 'numbers' : undefined
}
