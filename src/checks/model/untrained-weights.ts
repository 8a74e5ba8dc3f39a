// Do the stored weights still have the distribution that an initialiser draws?

import type { WeightRow } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'

export default defineCheck({
  name: 'untrained-weights',
  group: 'model',
  needs: ['weights'],
  helps: [],
  limits: {
    weights: 500, // weights of a layer from which their distribution can be told
    layers: 2, // such layers, at least
    distance: 1.36, // of Kolmogorov and Smirnov times the root of the count, beyond which 5 % of true draws lie
    errors: 3, // standard errors within which a spread is the initialiser's
    bound: 0.03, // distance of the largest weight from the initialiser's bound, relative
  },
  examine({ weights }, limits) {
    const kernels = weights.filter(
      (one) => one.role === 'kernel' && one.count >= limits.weights && one.fanIn && one.nonFinite === 0,
    )
    if (kernels.length < limits.layers) return irrelevant('few-layers')
    const biases = weights.filter((one) => one.role === 'bias')
    const zero = biases.length > 0 && biases.every((one) => one.zero === 1)
    // a bell is what trained weights look like too: only biases that never moved tell the two apart
    const drawnAs = (one: WeightRow) => uniformOf(one, limits) ?? (zero ? normalOf(one, limits) : undefined)
    const fresh = kernels.map((one) => ({ one, drawn: drawnAs(one) }))
    const still = fresh.filter((own) => own.drawn !== undefined)
    const values = {
      layers: still.length,
      of: kernels.length,
      initializer: still[0]?.drawn ?? 'none',
      zero,
      spread: kernels[0]!.spread,
    }
    if (still.length < kernels.length) return clear(values, { 'weights-not-updated': still.length === 0 ? 3 : 1 })
    return found(
      finding({
        id: 'weights-as-drawn',
        values,
        points: { 'weights-not-updated': zero ? 5 : 4.4, 'learning-rate-too-low': 1.6, healthy: -3 },
        ill: true,
        ground: 'weights/untrained',
      }),
    )
  },
})

type Limits = Readonly<Record<'distance' | 'bound' | 'errors', number>>

/** Distance beyond which the values are of another distribution. */
function critical({ count }: WeightRow, { distance }: Limits): number {
  return distance / Math.sqrt(Math.min(count, 20_000))
}

/** Name of the normal initialiser whose spread the values have, and its shape. */
function normalOf(one: WeightRow, limits: Limits): string | undefined {
  const [fanIn, fanOut] = [one.fanIn!, one.fanOut!]
  const spreads: readonly (readonly [string, number])[] = [
    ['He', Math.sqrt(2 / fanIn)],
    ['LeCun', Math.sqrt(1 / fanIn)],
    ['Glorot', Math.sqrt(2 / (fanIn + fanOut))],
    ['normal 0.02', 0.02],
  ]
  const error = limits.errors / Math.sqrt(2 * one.count)
  const like = spreads.find(([, spread]) => Math.abs(one.spread / spread - 1) < error)
  return like && (one.normalDistance ?? 1) < critical(one, limits) ? like[0] : undefined
}

/** Name of the uniform initialiser whose bound and shape the values have to the digit. */
function uniformOf(one: WeightRow, limits: Limits): string | undefined {
  const [fanIn, fanOut] = [one.fanIn!, one.fanOut!]
  const bounds: readonly (readonly [string, number])[] = [
    ['PyTorch', 1 / Math.sqrt(fanIn)],
    ['Glorot', Math.sqrt(6 / (fanIn + fanOut))],
    ['He', Math.sqrt(6 / fanIn)],
    ['LeCun', Math.sqrt(3 / fanIn)],
  ]
  const most = Math.max(-one.min, one.max)
  const uniform = bounds.find(([, bound]) => most <= bound * (1 + 1e-6) && most > bound * (1 - limits.bound))
  return uniform && (one.uniformDistance ?? 1) < critical(one, limits) ? uniform[0] : undefined
}
