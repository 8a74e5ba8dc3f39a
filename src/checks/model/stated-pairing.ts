// Do the stated last layer, loss and targets fit together?

import type { ModelFile } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, type Given, irrelevant, unasked } from '../check.ts'
import type { Weights } from '../finding.ts'
import { isCrossEntropy, type LossKind, lossKind } from '../task.ts'

const STATED = [
  'outputActivationFact',
  'outputUnitsFact',
  'classesFact',
  'lossFunctionFact',
  'fromLogitsFact',
  'targetRangeFact',
  'taskFact',
  'frameworkFact',
] as const
type Stated = Given<never, (typeof STATED)[number]>

export default defineCheck({
  name: 'stated-pairing',
  group: 'model',
  needs: ['run'],
  helps: [...STATED, 'lossCalls', 'modelFile'],
  limits: {
    manyClasses: 2, // more classes need as many outputs
  },
  examine({ run, lossCalls, modelFile, ...told }, limits) {
    if (lossCalls) return irrelevant('watched')
    const stated = withLogits(told, modelFile)
    const { outputActivationFact: activation, outputUnitsFact: units, lossFunctionFact: loss } = stated
    if (activation === undefined && units === undefined && loss === undefined) return unasked(['outputActivationFact'])
    const kind = lossKind(run)
    const wrong = mismatch(stated, kind, limits.manyClasses) ?? outOfReach(stated, kind)
    const values = {
      activation: activation ?? null,
      units: units ?? null,
      loss: loss ?? null,
      classes: stated.classesFact ?? null,
    }
    if (!wrong) return clear(values, activation && loss ? AGAINST : {})
    return found(finding({ id: wrong.id, values, points: { ...wrong.points, healthy: -1 }, ground: 'model/pairing' }))
  },
})

const AGAINST: Weights = { 'output-loss-mismatch': 1.5, 'wrong-output-activation': 1.2, 'wrong-loss': 1 }

/** Files of these keep no loss: whether it took logits, as PyTorch's do, cannot be told from a last layer without an activation. */
const WITHOUT_LOSS: ReadonlySet<string> = new Set(['onnx', 'torch', 'safetensors', 'gguf', 'savedmodel'])

function withLogits(told: Stated, files: readonly ModelFile[] | undefined): Stated {
  const untold = told.fromLogitsFact === undefined && told.outputActivationFact === 'linear'
  return untold && files?.some((one) => WITHOUT_LOSS.has(one.format)) ? { ...told, fromLogitsFact: true } : told
}

interface Mismatch {
  readonly id: string
  readonly points: Weights
}

/** An output that does not fit its loss. */
function mismatch(stated: Stated, kind: LossKind, many: number): Mismatch | undefined {
  const { outputActivationFact: activation, outputUnitsFact: units, fromLogitsFact: logits } = stated
  const classes = stated.classesFact ?? 0
  const cross = isCrossEntropy(kind)
  const takesProbabilities = kind === 'binary-cross-entropy' || /keras|tensorflow/i.test(stated.frameworkFact ?? '')
  if (units === 1 && activation === 'softmax')
    return { id: 'softmax-over-one-unit', points: { 'output-loss-mismatch': 6, 'wrong-output-activation': 4.5 } }
  if (units === 1 && classes > many && cross)
    return {
      id: 'one-unit-many-classes',
      points: { 'output-loss-mismatch': 5.4, 'wrong-loss': 4.6, 'wrong-output-activation': 3.6 },
    }
  if (cross && (activation === 'relu' || activation === 'tanh'))
    return { id: 'no-probability', points: { 'output-loss-mismatch': 4.6, 'wrong-output-activation': 4.8 } }
  if (cross && activation === 'linear' && logits !== true && takesProbabilities)
    return { id: 'logits-as-probabilities', points: { 'output-loss-mismatch': 5, 'wrong-output-activation': 4.2 } }
  if (cross && (activation === 'softmax' || activation === 'sigmoid') && logits === true)
    return { id: 'probabilities-as-logits', points: { 'output-loss-mismatch': 5, 'wrong-output-activation': 2.5 } }
  const classified = activation === 'softmax' || (classes > 1 && stated.taskFact === 'classification')
  return kind === 'regression' && classified
    ? { id: 'squared-error-on-classes', points: { 'wrong-loss': 4.2, 'output-loss-mismatch': 3 } }
    : undefined
}

/** What an output activation can reach: [lowest, highest]. */
const REACH: Readonly<Record<string, readonly [number, number]>> = {
  sigmoid: [0, 1],
  tanh: [-1, 1],
  relu: [0, Number.POSITIVE_INFINITY],
  softmax: [0, 1],
}

/** Targets of a regression that the output activation cannot reach. */
function outOfReach(stated: Stated, kind: LossKind): Mismatch | undefined {
  const { outputActivationFact: activation, targetRangeFact: range, taskFact: task } = stated
  const reach = REACH[activation ?? '']
  if (!reach || !(kind === 'regression' || task === 'regression')) return undefined
  if (range && (range[0] < reach[0] || range[1] > reach[1]))
    return { id: 'targets-out-of-reach', points: { 'wrong-output-activation': 5.2, 'output-loss-mismatch': 2.5 } }
  return activation === 'relu'
    ? { id: 'relu-at-the-output', points: { 'wrong-output-activation': 2.6, 'dead-units': 1.4 } }
    : undefined
}
