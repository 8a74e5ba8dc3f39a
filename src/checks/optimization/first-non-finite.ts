// What was NaN or infinite first, and what stood before it?

import { clear, defineCheck, finding, found } from '../check.ts'
import type { Weights } from '../finding.ts'
import { levelOf } from '../layers.ts'

export default defineCheck({
  name: 'first-non-finite',
  group: 'optimization',
  needs: ['optimizers'],
  helps: ['events', 'inputs', 'outputs', 'updateRatio', 'precisionFact', 'stepForetold'],
  limits: {
    logit: 80, // output beyond which exp overflows in 32 bits
    halfLogit: 11, // and in 16 bits
    tried: 3, // steps that must have been tried for them to tell
    whole: 1, // no step can take more than the whole loss away; one that foretells it was a leap
    huge: 0.3, // update against weights from which the step was a leap
  },
  examine({ optimizers, events, inputs, outputs, updateRatio, precisionFact, stepForetold }, limits) {
    const event = (events ?? []).filter((one) => one.kind === 'non-finite').sort(byStep)[0]
    const half = precisionFact === 'fp16' || precisionFact === 'mixed'
    const before = (outputs ?? []).filter((one) => one.nonFinite === 0 && one.step <= (event?.step ?? one.step))
    const largest = Math.max(0, ...before.map((one) => Math.max(Math.abs(one.min), Math.abs(one.max))))
    const ratio = updateRatio?.[0] && levelOf(updateRatio[0])
    const values = {
      step: event?.step ?? null,
      what: event ? whatOf(event.text) : 'none',
      largest,
      update: ratio?.top ?? null,
      optimizers: optimizers.length,
    }
    if (!event) return clear(values, { 'numeric-overflow': 2, 'exploding-gradients': 0.5 })
    const dirty = inputs?.some((one) => one.nonFinite > 0) ?? false
    const overflow = largest > (half ? limits.halfLogit : limits.logit)
    // where steps were tried, what they bring says more than their size
    const told = stepForetold?.[0]?.value.filter(Number.isFinite)
    const tried = told !== undefined && told.length >= limits.tried
    const leaps = tried ? told.some((one) => one < -limits.whole) : (ratio?.top ?? 0) > limits.huge
    return found(
      finding({
        id: dirty ? 'non-finite-from-inputs' : 'non-finite-first',
        values,
        where: event.step === undefined ? {} : { steps: [event.step, event.step] },
        points: dirty ? FROM_INPUTS : pointsOf(values.what === 'gradient', overflow, leaps, tried, half),
        ill: true,
        ground: 'loss/non-finite',
      }),
    )
  },
})

function byStep(a: { readonly step?: number | undefined }, b: { readonly step?: number | undefined }): number {
  return (a.step ?? 0) - (b.step ?? 0)
}

function whatOf(text: string): 'loss' | 'gradient' | 'weight' | 'other' {
  const word = /grad|loss|weight|param/i.exec(text)?.[0].toLowerCase()
  return word === 'grad' ? 'gradient' : word === 'loss' ? 'loss' : word ? 'weight' : 'other'
}

const FROM_INPUTS: Weights = { 'missing-values': 3, healthy: -4 }

/** A finite loss whose gradient is not has met a root, a quotient or a logarithm at its edge; leaps come from the rate. */
function pointsOf(gradient: boolean, overflow: boolean, leaps: boolean, tried: boolean, half: boolean): Weights {
  const calm = tried && !leaps
  return {
    'numeric-overflow': (gradient && !leaps ? 3.4 : calm ? 4 : 1.6) + (overflow ? 1 : 0) + (half ? 2 : 0),
    'learning-rate-too-high': half ? 0 : leaps ? 4.2 : calm ? -2 : 1,
    'exploding-gradients': leaps ? 1.8 : 1.4,
    healthy: -4,
  }
}
