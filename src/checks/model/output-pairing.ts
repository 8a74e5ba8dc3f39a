// Does the loss function get what it takes: logits, probabilities or their logarithms, and shapes that match?

import type { CauseId } from '../../causes/index.ts'
import type { BatchTensor, Layer, LossCall } from '../../record/tables.ts'
import { clear, defineCheck, finding, found } from '../check.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'output-pairing',
  group: 'model',
  needs: ['lossCalls'],
  helps: ['outputs', 'layers'],
  limits: {
    rows: 2, // examples that a batch must have, for shapes to tell
  },
  examine({ lossCalls, outputs, layers }, limits) {
    const calls = lossCalls.some((one) => one.trains) ? lossCalls.filter((one) => one.trains) : lossCalls
    const wrong = calls
      .map((call) => ({ call, fault: faultOf(call, outputs ?? [], limits.rows) ?? stacked(call, layers ?? []) }))
      .find((one) => one.fault)
    const call = wrong?.call ?? calls[0]!
    const values = {
      loss: call.name,
      from: call.inputFrom,
      input: call.inputShape.join(' × '),
      target: (call.targetShape ?? []).join(' × '),
    }
    if (!wrong?.fault) return clear(values, { 'output-loss-mismatch': 3.5, 'wrong-output-activation': 1 })
    return found(
      finding({
        id: wrong.fault.id,
        values,
        points: { ...wrong.fault.points, healthy: -2 },
        sees: wrong.fault.sees ?? 'output-loss-mismatch',
        ground: 'model/pairing',
      }),
    )
  },
})

interface Fault {
  readonly id: string
  readonly points: Weights
  readonly sees?: CauseId
}
interface Pairing extends Fault {
  /** canonical names of the losses */
  readonly losses: readonly string[]
  readonly logits?: boolean
  /** what made the input */
  readonly from: readonly string[]
}

const TWICE: Weights = { 'output-loss-mismatch': 6.5, 'learning-rate-too-high': -1, 'learning-rate-too-low': -1 }
const NO_LOGARITHM: Weights = { 'output-loss-mismatch': 6.5, 'wrong-loss': 1 }
const BOUNDED: Weights = { 'wrong-output-activation': 5.4, 'output-loss-mismatch': 5 }

/** Pairs that are wrong by definition. log-softmax before a cross-entropy changes nothing and is none of them. */
const WRONG: readonly Pairing[] = [
  { id: 'pairing-twice', losses: ['cross-entropy'], logits: true, from: ['softmax'], points: TWICE },
  { id: 'pairing-twice', losses: ['binary-cross-entropy'], logits: true, from: ['sigmoid', 'softmax'], points: TWICE },
  {
    id: 'pairing-no-logarithm',
    losses: ['nll', 'kl'],
    from: ['softmax', 'sigmoid', 'linear', 'conv', 'relu', 'tanh'],
    points: NO_LOGARITHM,
  },
  {
    id: 'pairing-no-probability',
    losses: ['binary-cross-entropy', 'cross-entropy'],
    logits: false,
    from: ['linear', 'conv', 'relu', 'tanh'],
    points: NO_LOGARITHM,
  },
  {
    id: 'pairing-bounded',
    losses: ['cross-entropy', 'binary-cross-entropy'],
    logits: true,
    from: ['relu', 'tanh', 'sigmoid'],
    points: BOUNDED,
    sees: 'wrong-output-activation',
  },
]

const SQUASHES: ReadonlySet<string> = new Set(['softmax', 'sigmoid'])

/** An activation layer at the end that squashes what the layer before it has squashed already. */
function stacked({ inputFrom }: LossCall, layers: readonly Layer[]): Fault | undefined {
  const [before, last] = layers.filter((one) => (one.parameters ?? 0) > 0 || one.activation !== undefined).slice(-2)
  const twice = SQUASHES.has(before?.activation ?? '') && SQUASHES.has(last?.activation ?? '')
  const bare = last !== undefined && (last.parameters ?? 0) === 0 && last.activation === inputFrom
  return twice && bare ? { id: 'pairing-stacked', points: TWICE } : undefined
}

const REGRESSION: ReadonlySet<string> = new Set(['mse', 'mae', 'huber'])

function faultOf(call: LossCall, outputs: readonly BatchTensor[], rows: number): Fault | undefined {
  const { loss, inputFrom, inputAxis, inputShape, targetShape } = call
  const takesLogits = call.takesLogits ?? (loss === 'cross-entropy' || /logits/.test(call.name))
  // a softmax over one unit is 1 whatever goes in, also where the unit's axis was taken away since
  const ones = inputFrom === 'softmax' && outputs.length > 0 && outputs.every((one) => one.min === 1 && one.max === 1)
  const alone = loss === 'cross-entropy' && inputShape.length === 1 && (inputShape[0] ?? 0) >= rows
  const oneUnit = (inputShape.length > 1 && inputShape[1] === 1) || ones || alone
  if (oneUnit && (loss === 'cross-entropy' || loss === 'nll' || inputFrom === 'softmax'))
    return {
      id: 'pairing-one-unit',
      points: { 'output-loss-mismatch': 6.5, 'wrong-output-activation': 3, 'single-class': -2 },
    }
  if (inputAxis === 0 && inputShape.length > 1 && (inputShape[0] ?? 0) >= rows)
    return { id: 'pairing-over-the-batch', points: { 'output-loss-mismatch': 6.5 } }
  if (REGRESSION.has(loss) && targetShape && broadcasts(inputShape, targetShape, rows))
    return { id: 'pairing-broadcast', points: { 'output-loss-mismatch': 6.5, 'model-too-small': -1 } }
  return WRONG.find(
    (one) =>
      one.losses.includes(loss) &&
      (one.logits === undefined || one.logits === takesLogits) &&
      one.from.includes(inputFrom),
  )
}

/** Two shapes that are not equal and yet combine: [n, 1] with [n] gives n x n differences, most between strangers. */
function broadcasts(a: readonly number[], b: readonly number[], rows: number): boolean {
  if (a.join() === b.join() || (a[0] ?? 0) < rows || (b[0] ?? 0) < rows) return false
  const length = Math.max(a.length, b.length)
  const at = (shape: readonly number[], i: number) => shape[shape.length - length + i] ?? 1
  return Array.from({ length }, (_, i) => i).every((i) => at(a, i) === at(b, i) || at(a, i) === 1 || at(b, i) === 1)
}
