// Do the stated last layer, loss and targets fit together?

import type { CauseId } from '../../causes/index.ts'
import { clear, defineCheck, finding, found, unasked } from '../check.ts'
import { lossKind } from '../task.ts'

type Weights = Partial<Record<CauseId, number>>
interface Mismatch {
  readonly id: string
  readonly points: Weights
}

export default defineCheck({
  name: 'stated-pairing',
  group: 'model',
  needs: ['run'],
  helps: [
    'outputActivationFact',
    'outputUnitsFact',
    'classesFact',
    'lossFunctionFact',
    'fromLogitsFact',
    'targetRangeFact',
    'taskFact',
    'frameworkFact',
  ],
  limits: { manyClasses: 2 },
  examine(given, limits) {
    const { outputActivationFact: activation, outputUnitsFact: units, lossFunctionFact: loss, run } = given
    if (activation === undefined && units === undefined && loss === undefined) return unasked(['outputActivationFact'])
    const wrong = mismatch(given, lossKind(run), limits.manyClasses)
    const values = {
      activation: activation ?? null,
      units: units ?? null,
      loss: loss ?? null,
      classes: given.classesFact ?? null,
    }
    if (!wrong)
      return activation && loss
        ? clear(values, { 'output-loss-mismatch': 1.5, 'wrong-output-activation': 1.2, 'wrong-loss': 1 })
        : clear(values)
    return found(finding({ id: wrong.id, values, points: { ...wrong.points, healthy: -1 }, ground: 'model/pairing' }))
  },
})

interface Stated {
  readonly outputActivationFact: string | undefined
  readonly outputUnitsFact: number | undefined
  readonly classesFact: number | undefined
  readonly lossFunctionFact: string | undefined
  readonly fromLogitsFact: boolean | undefined
  readonly targetRangeFact: readonly [number, number] | undefined
  readonly taskFact: string | undefined
  readonly frameworkFact: string | undefined
}

function mismatch(given: Stated, kind: ReturnType<typeof lossKind>, many: number): Mismatch | undefined {
  const {
    outputActivationFact: activation,
    outputUnitsFact: units,
    classesFact: classes,
    fromLogitsFact: logits,
    targetRangeFact: range,
  } = given
  const binary = kind === 'binary-cross-entropy'
  const cross = kind === 'cross-entropy' || binary
  const keras = /keras|tensorflow/i.test(given.frameworkFact ?? '')
  if (units === 1 && activation === 'softmax')
    return { id: 'softmax-over-one-unit', points: { 'output-loss-mismatch': 6, 'wrong-output-activation': 4.5 } }
  if (units === 1 && classes !== undefined && classes > many && cross)
    return {
      id: 'one-unit-many-classes',
      points: { 'output-loss-mismatch': 5.4, 'wrong-loss': 4.6, 'wrong-output-activation': 3.6 },
    }
  if (cross && (activation === 'relu' || activation === 'tanh'))
    return { id: 'no-probability', points: { 'output-loss-mismatch': 4.6, 'wrong-output-activation': 4.8 } }
  if (cross && activation === 'linear' && logits !== true && (keras || binary))
    return { id: 'logits-as-probabilities', points: { 'output-loss-mismatch': 5, 'wrong-output-activation': 4.2 } }
  if (cross && logits === true && (activation === 'softmax' || activation === 'sigmoid'))
    return { id: 'probabilities-as-logits', points: { 'output-loss-mismatch': 5, 'wrong-output-activation': 2.5 } }
  if (
    kind === 'regression' &&
    (activation === 'softmax' || (classes !== undefined && classes > 1 && given.taskFact === 'classification'))
  )
    return { id: 'squared-error-on-classes', points: { 'wrong-loss': 4.2, 'output-loss-mismatch': 3 } }
  return outOfReach(activation, range, kind, given.taskFact)
}

/** Targets that the output activation cannot reach. */
function outOfReach(
  activation: string | undefined,
  range: readonly [number, number] | undefined,
  kind: ReturnType<typeof lossKind>,
  task: string | undefined,
): Mismatch | undefined {
  const regression = kind === 'regression' || task === 'regression'
  if (!regression || activation === undefined) return undefined
  const reach: Record<string, readonly [number, number]> = {
    sigmoid: [0, 1],
    tanh: [-1, 1],
    relu: [0, Number.POSITIVE_INFINITY],
    softmax: [0, 1],
  }
  const limit = reach[activation]
  if (!limit) return undefined
  if (range && (range[0] < limit[0] || range[1] > limit[1]))
    return { id: 'targets-out-of-reach', points: { 'wrong-output-activation': 5.2, 'output-loss-mismatch': 2.5 } }
  return activation === 'relu'
    ? { id: 'relu-at-the-output', points: { 'wrong-output-activation': 2.6, 'dead-units': 1.4 } }
    : undefined
}
