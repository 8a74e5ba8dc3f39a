// Does an optimizer hold all weights that the loss reaches, and does it move them?

import type { Series } from '../../record/series.ts'
import type { InitialWeights, Layer, OptimizerRow } from '../../record/tables.ts'
import { clear, defineCheck, finding, found } from '../check.ts'
import type { Weights } from '../finding.ts'
import { named, weightLayers } from '../layers.ts'
import { type Symptom, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'weights-held',
  group: 'model',
  needs: ['optimizers', 'run'],
  helps: ['updateRatio', 'events', 'learningRate', 'pretrainedFact', 'gradientNorm', 'layers', 'initialWeights'],
  limits: {
    still: 3, // looks in which no weight moved
    share: 0.9, // of all looks
    part: 0.1, // share of the weights from which layers without a gradient are more than a part that is not used
  },
  examine(
    { optimizers, run, updateRatio, events, learningRate, pretrainedFact, gradientNorm, layers, initialWeights },
    limits,
  ) {
    const sum = (pick: (one: (typeof optimizers)[number]) => number) => optimizers.reduce((a, b) => a + pick(b), 0)
    const leftOut = Math.max(0, ...optimizers.map((one) => one.leftOut))
    const frozen = sum((one) => one.frozen)
    const parameters = sum((one) => one.parameters)
    const ratio = updateRatio?.find((one) => one.layer === undefined)?.value ?? []
    const zeros = Array.from(ratio).filter((one) => one === 0).length
    const skipped = new Set((events ?? []).filter((one) => one.kind === 'scale-skip').map((one) => one.step))
    const stood = (events ?? []).filter((one) => one.kind === 'not-moved' && !skipped.has(one.step)).length
    // the recorder says so only where no bias moved either; matrices alone stand still behind dead units
    const still =
      stood > 0 && (ratio.length >= limits.still ? zeros >= limits.share * ratio.length : stood >= limits.still)
    const cut = unreached(layers ?? [], updateRatio ?? [], gradientNorm ?? [], limits.still, limits.part)
    const fresh = untaught(layers ?? [], initialWeights ?? [], limits.part)
    const names = leftOut > 0 ? optimizers.flatMap((one) => [...one.leftOutNames]) : cut.length > 0 ? cut : fresh
    const values = { leftOut, names: named(names), frozen, parameters, steps: Math.max(zeros, stood) }
    const moves = still ? (rateIsZero(optimizers, learningRate ?? []) ? 'rate-is-zero' : 'no-weight-moves') : undefined
    const missing = leftOut > 0 ? 'left-out' : cut.length > 0 ? 'no-gradient-arrives' : undefined
    const idle = missing ?? (fresh.length > 0 ? 'frozen-untaught' : undefined)
    const id = parameters > 0 && frozen === parameters ? 'all-frozen' : (moves ?? idle)
    if (!id) return clear(values, { 'weights-not-updated': 5 })
    // a gradient that came and was 0 is no wiring: something upstream makes it so
    const zero = id === 'no-weight-moves' && zeroGradient(gradientNorm ?? [])
    const part = PART.has(id)
    return found(
      finding({
        id,
        values,
        where: part ? { layers: names } : {},
        points: zero ? ZERO : part ? partPoints(pretrainedFact ?? false, symptomOf(run).grade) : STILL,
        ...(part ? {} : { ill: true }),
        ...(zero ? {} : { sees: 'weights-not-updated' as const }),
        ground: 'weights/held',
      }),
    )
  },
})

/** A part of the model stands still, the rest learns. */
const PART: ReadonlySet<string> = new Set(['left-out', 'no-gradient-arrives', 'frozen-untaught'])

/** Layers that an optimizer holds and that may learn, to which no gradient came and whose weights never moved; others' did. */
function unreached(
  layers: readonly Layer[],
  updates: readonly Series[],
  gradients: readonly Series[],
  looks: number,
  least: number,
): readonly string[] {
  const still = (one: Series | undefined) =>
    one !== undefined && one.value.length >= looks && one.value.every((v) => v === 0)
  const came = (name: string) => gradients.some((one) => one.layer === name && one.value.some(Number.isFinite))
  const held = weightLayers(layers).filter((one) => one.inOptimizer === true && one.trainable !== false)
  const cut = held.filter(({ name }) => still(updates.find((one) => one.layer === name)) && !came(name))
  const size = (list: readonly Layer[]) => list.reduce((sum, one) => sum + (one.parameters ?? 0), 0)
  // a pooler or a head that is not asked is small, and no graph is cut before it
  const large = size(cut) > least * size(held)
  return large && cut.length < held.length ? cut.map((one) => one.name) : []
}

/** Frozen layers whose biases are all 0 at the start, as they are drawn: nobody taught them before they were frozen. */
function untaught(layers: readonly Layer[], initial: readonly InitialWeights[], least: number): readonly string[] {
  const zero = (name: string) => initial.some((one) => one.layer === name && one.bias === 0 && one.spread > 0)
  const all = weightLayers(layers)
  const fresh = all.filter((one) => one.trainable === false && zero(one.name))
  const size = (list: readonly Layer[]) => list.reduce((sum, one) => sum + (one.parameters ?? 0), 0)
  return size(fresh) > least * size(all) ? fresh.map((one) => one.name) : []
}

function rateIsZero(optimizers: readonly OptimizerRow[], rates: readonly Series[]): boolean {
  const zero = (one: Series) => one.value.every((v) => v === 0)
  return optimizers.every((one) => one.learningRate === 0) && rates.every(zero)
}

function zeroGradient(list: readonly Series[]): boolean {
  const whole = list.find((one) => one.layer === undefined)
  return whole !== undefined && whole.value.length > 0 && whole.value.every((one) => one === 0)
}

const ZERO: Weights = { 'weights-not-updated': 5, 'learning-rate-too-low': -1, healthy: -4 }
const STILL: Weights = { 'weights-not-updated': 7, 'dead-units': -1, 'learning-rate-too-low': -1, healthy: -4 }

/** A head tuned on a pretrained body leaves the body out on purpose, and a loss that falls does not miss what is left out. */
function partPoints(pretrained: boolean, grade: Symptom['grade']): Weights {
  const weight = pretrained && grade < 2 ? 2.5 : grade === 0 ? 7 : 8
  return { 'weights-not-updated': weight, 'model-too-small': -1, healthy: pretrained ? 0 : -2 }
}
