// Do gradients keep their size on the way from the last layer to the first?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import type { Finding, Weights } from '../finding.ts'
import { type Level, levels, ofWeights } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'gradient-flow',
  group: 'model',
  needs: ['optimizers', 'gradientNorm', 'run'],
  helps: ['layers', 'hiddenActivationsFact'],
  limits: {
    layers: 3, // layers that must have been seen
    vanishing: 1e-3, // gradient of the first layer against that of the last
    tiny: 1e-7, // mean gradient of the first layer below which nothing arrives
    growth: 2, // factor from layer to layer, towards the first
    far: 100, // and from the last layer to the first
  },
  examine({ optimizers, gradientNorm, run, layers, hiddenActivationsFact }, limits) {
    const list = ofWeights(levels(gradientNorm), layers)
    if (list.length < limits.layers) return irrelevant('few-layers')
    const [first, last] = [list[0]!, list.at(-1)!]
    // Gradients of all layers shrink as a training converges; what they are to each other does not.
    const ratio = quotient(first.usual, last.usual)
    const growth = ratio ** (1 / (list.length - 1))
    const symptom = symptomOf(run)
    const values = {
      first: symptom.first,
      last: symptom.last,
      metric: symptom.metric,
      firstLayer: first.layer,
      lastLayer: last.layer,
      firstNorm: first.usual,
      lastNorm: last.usual,
      ratio,
      growth,
      layers: list.length,
      optimizers: optimizers.length,
    }
    const vanishes = (last.usual > 0 && ratio < limits.vanishing) || (first.usual < limits.tiny && last.usual > 0)
    const explodes = growth > limits.growth && ratio > limits.far
    if ((!vanishes && !explodes) || symptom.well)
      return clear(values, { 'vanishing-gradients': vanishes ? 0.5 : 3, 'exploding-gradients': explodes ? 0 : 0.7 })
    const bounded = hiddenActivationsFact?.some((one) => one === 'sigmoid' || one === 'tanh') ?? false
    return found(
      finding({
        id: vanishes ? 'gradients-vanish' : 'gradients-explode',
        values: { ...values, ...lossValues(symptom) },
        where: { layers: [first.layer, last.layer], steps: first.steps },
        exhibits: [table(list)],
        points: vanishes
          ? vanishing(weighed(symptom, 3.8, 4.4, 4.8), bounded)
          : exploding(weighed(symptom, 2.4, 3, 3.8)),
        ...seenAtStart(quotient(first.early, last.early) < limits.vanishing, explodes),
        ground: 'gradient/layers',
      }),
    )
  },
})

/** Of a flow that was so from the first steps on, the network is the cause, not what training did to it. */
function seenAtStart(vanishes: boolean, explodes: boolean): Pick<Finding, 'sees'> {
  return vanishes ? { sees: 'vanishing-gradients' } : explodes ? { sees: 'exploding-gradients' } : {}
}

function vanishing(weight: number, bounded: boolean): Weights {
  return {
    'vanishing-gradients': weight,
    'wrong-hidden-activation': bounded ? 1.4 : 0,
    'poor-initialization': 0.8,
    'missing-normalization': 0.8,
    'learning-rate-too-low': -1,
    'misaligned-labels': -1,
  }
}

function exploding(weight: number): Weights {
  return { 'exploding-gradients': weight, 'poor-initialization': 1.6, 'missing-normalization': 0.8 }
}

function table(list: readonly Level[]) {
  const rows = list.slice(0, 400).map((one) => [one.layer, Number(one.usual.toPrecision(3))])
  return { kind: 'table' as const, title: 'exhibit.gradient-layers', columns: ['layer', 'norm'], rows }
}
