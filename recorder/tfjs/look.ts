// One close look at a step: gradients and weights of each layer, how far the step moves them, what the layers put out.

import { activationOf, type Named } from './layers.ts'
import {
  type Computed,
  className,
  isTensor,
  type Layer,
  listOf,
  type Model,
  type Values,
  type Weight,
} from './shapes.ts'
import { number } from './stream.ts'
import { type Batch, moments, norm, read } from './tensors.ts'

/** first values of a weight by which its movement is judged */
const PART = 4096
const MOST_VALUES = 1 << 21
/** values of all weights that are compared over a step */
const MOST_KEPT = 5_000_000
/** share of the range within which a tanh or sigmoid counts as saturated */
const BOUND = 0.01
const SHAPED = new Set(['softmax', 'log-softmax', 'linear', ''])

interface Held {
  readonly weight: Weight
  readonly layer: string
  readonly matrix: boolean
  readonly before: Values
  readonly gradient: Values | undefined
}

/** What is known of a model's layers, made once. */
export interface Known {
  readonly layers: readonly Named[]
  readonly nameOf: ReadonlyMap<Layer, string>
  readonly homeOf: ReadonlyMap<Weight, Named>
  readonly last: Layer | undefined
}

export class Look {
  readonly step: number
  readonly whole: Record<string, number> = {}
  /** metric -> layer -> value */
  readonly layers = new Map<string, Map<string, number>>()
  /** what the loss received, of the model's first output */
  output: Batch | undefined
  /** the change of the loss along its gradients; undefined where the weights are too many */
  foretold: number | undefined
  private held: readonly Held[] = []
  private readonly known: Known

  constructor(step: number, known: Known) {
    this.step = step
    this.known = known
  }

  /** A layer has answered, during the step itself. */
  answered(layer: Layer, given: unknown): void {
    const output = listOf(given)[0]
    if (!isTensor(output) || output.dtype !== 'float32') return
    if (layer === this.known.last) this.output = read(output)
    const activation = activationOf(layer)
    const name = this.known.nameOf.get(layer)
    if (name === undefined || SHAPED.has(activation) || /^(?:LSTM|GRU|SimpleRNN)$/.test(className(layer))) return
    if (output.shape.length < 2) return
    for (const [metric, value] of measured(activation, read(output)))
      this.add(metric, ownerOf(layer, this.known) ?? name, value)
  }

  private add(metric: string, layer: string, value: number): void {
    const values = this.layers.get(metric) ?? new Map<string, number>()
    this.layers.set(metric, values)
    values.set(layer, value)
  }

  /** The gradients are there, and the optimizer has not moved yet. */
  gradients({ grads }: Computed, model: Model): void {
    this.held = model.collectedTrainableWeights.map((weight) => {
      const home = this.known.homeOf.get(weight)
      const variable = weight.read()
      return {
        weight,
        layer: home?.name ?? weight.name,
        matrix: weight.shape.length >= 2 && home?.norm !== true,
        before: variable.dataSync(),
        gradient: grads[variable.name]?.dataSync(),
      }
    })
    let total = 0
    for (const { gradient, layer, matrix } of this.held) {
      if (gradient === undefined) continue
      const size = norm(gradient)
      total += size * size
      const known = this.layers.get('gradient-norm')?.get(layer) ?? 0
      if (matrix) this.add('gradient-norm', layer, Math.hypot(known, size))
    }
    if (this.held.length > 0) this.whole['gradient-norm'] = Math.sqrt(total)
  }

  /** The optimizer has stepped. Returns whether any weight moved. */
  after(): boolean {
    const matrices = this.held.filter((one) => one.matrix)
    const judged = matrices.length > 0 ? matrices : this.held
    if (judged.length === 0) return true
    let [moved, size, whole] = [0, 0, 0]
    for (const { weight, layer, before } of judged) {
      const now = weight.read().dataSync()
      const part = Math.min(PART, before.length)
      const [step, old] = [apart(now, before, part), norm(before, part)]
      if (old > 0) this.add('update-ratio', layer, step / old)
      const full = old * Math.sqrt(before.length / Math.max(1, part))
      this.add('weight-norm', layer, full)
      moved += step * step
      size += old * old
      whole += full * full
    }
    if (size > 0) this.whole['update-ratio'] = Math.sqrt(moved) / Math.sqrt(size)
    this.whole['weight-norm'] = Math.sqrt(whole)
    this.foretell()
    // where no matrix moves a bias may
    return (
      moved !== 0 ||
      this.held.some(({ weight, before }) => apart(weight.read().dataSync(), before, before.length) !== 0)
    )
  }

  /** The inner product of the gradients with the step that was taken. */
  private foretell(): void {
    if (this.held.reduce((sum, one) => sum + one.before.length, 0) > MOST_KEPT) return
    let total = 0
    for (const { weight, before, gradient } of this.held) {
      if (gradient === undefined) continue
      const now = weight.read().dataSync()
      for (let at = 0; at < before.length; at++) total += (now[at]! - before[at]!) * gradient[at]!
    }
    this.foretold = total
  }

  /** Every layer that some measure speaks of. */
  named(): readonly string[] {
    return [...new Set([...this.layers.values()].flatMap((values) => [...values.keys()]))]
  }

  /** The row for the stream, its layers in the order of `names`. */
  row(names: readonly string[]): Readonly<Record<string, unknown>> {
    const layers = [...this.layers].map(([metric, values]) => {
      const column = names.map((name) => (values.has(name) ? number(values.get(name)!, 4) : null))
      return [metric, column] as const
    })
    const whole = Object.entries(this.whole).map(([metric, value]) => [metric, number(value)] as const)
    return { k: 'look', step: this.step, whole: Object.fromEntries(whole), layers: Object.fromEntries(layers) }
  }
}

function apart(now: Values, before: Values, most: number): number {
  let sum = 0
  for (let at = 0; at < most; at++) sum += (now[at]! - before[at]!) ** 2
  return Math.sqrt(sum)
}

interface Linked {
  readonly inboundNodes?: readonly { readonly inboundLayers?: readonly Layer[] }[]
}

/** The layer with weights whose output an activation without weights took. */
function ownerOf(layer: Layer, known: Known): string | undefined {
  let at: Layer | undefined = layer
  for (let depth = 0; at !== undefined && depth < 6; depth++) {
    if (at.weights.length > 0) return known.nameOf.get(at)
    at = (at as Linked).inboundNodes?.[0]?.inboundLayers?.[0]
  }
  return undefined
}

function* measured(activation: string, { values: all, shape }: Batch): Generator<readonly [string, number]> {
  const units = shape.at(-1)!
  const values = all.subarray(0, Math.max(units, MOST_VALUES - (MOST_VALUES % units)))
  yield ['activation-spread', moments(values).spread]
  if (activation === 'relu' || activation === 'relu6') yield ['dead-share', deadShare(values, units)]
  const bounds = { tanh: [-1 + 2 * BOUND, 1 - 2 * BOUND], sigmoid: [BOUND, 1 - BOUND] }[activation]
  if (bounds === undefined) return
  const [low, high] = bounds as [number, number]
  let out = 0
  for (let at = 0; at < values.length; at++) if (values[at]! < low || values[at]! > high) out++
  yield ['saturated-share', values.length > 0 ? out / values.length : 0]
}

/** Share of the units (the last axis) that no example of the batch moves. */
function deadShare(values: Values, units: number): number {
  const moved = new Uint8Array(units)
  // one that is NaN is not dead
  for (let at = 0; at < values.length; at++) if (!(values[at]! <= 0)) moved[at % units] = 1
  return 1 - moved.reduce((a, b) => a + b, 0) / units
}
