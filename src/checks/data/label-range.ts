// Do the labels that pass by name classes that the output has?

import type { BatchTensor, LossCall } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'label-range',
  group: 'data',
  needs: ['targets', 'lossCalls'],
  helps: [],
  limits: {
    ignored: -100, // label that PyTorch leaves out of the loss by default
    few: 20, // distinct values up to which targets are taken for labels
  },
  examine({ targets, lossCalls }, limits) {
    const call =
      lossCalls.find((one) => one.trains && CROSS.has(one.loss)) ?? lossCalls.find((one) => CROSS.has(one.loss))
    if (!call) return irrelevant('no-classification')
    const binary = call.loss === 'binary-cross-entropy'
    const integers = targets.filter((one) => (binary ? one.type !== 'boolean' : one.type === 'integer'))
    const top = binary ? 1 : unitsOf(call) - 1
    if (integers.length === 0 || !(top >= 1)) return irrelevant('no-class-numbers')
    const ignored = ignoredOf(call, limits.ignored)
    const outside = integers.filter((one) => one.max > top || (one.min < 0 && one.min !== ignored))
    const worst = outside[0] ?? integers[0]!
    const values = { min: worst.min, max: worst.max, units: top + 1, name: worst.name, split: worst.split }
    if (outside.length === 0) return clear(values, { 'labels-out-of-range': 3.5 })
    const whole = !binary || outside.every((one) => (one.distinct ?? Number.POSITIVE_INFINITY) <= limits.few)
    return found(
      finding({
        id: binary ? 'targets-outside-probability' : 'labels-outside-units',
        values,
        where: { steps: stepsOf(outside), split: worst.split },
        points: whole ? LABELS : VALUES,
        ill: true,
        sees: whole ? 'labels-out-of-range' : 'wrong-loss',
        ground: 'targets/range',
      }),
    )
  },
})

const CROSS: ReadonlySet<string> = new Set(['cross-entropy', 'nll', 'binary-cross-entropy'])
const LABELS: Weights = { 'labels-out-of-range': 6.5, 'wrong-loss': 1.5, 'output-loss-mismatch': 1, healthy: -3 }
const VALUES: Weights = { 'wrong-loss': 5.8, 'labels-out-of-range': 2.5, healthy: -2 }

/** Classes of an output: its second axis, as cross-entropy counts them. */
function unitsOf({ inputShape }: LossCall): number {
  return inputShape.length === 1 ? (inputShape[0] ?? 0) : (inputShape[1] ?? 0)
}

function ignoredOf({ settings }: LossCall, usual: number): number {
  const said = settings.map((one) => /^ignore_index=(-?\d+)$/.exec(one)?.[1]).find((one) => one !== undefined)
  return said === undefined ? usual : Number(said)
}

function stepsOf(list: readonly BatchTensor[]): [number, number] {
  return [list[0]!.step, list.at(-1)!.step]
}
