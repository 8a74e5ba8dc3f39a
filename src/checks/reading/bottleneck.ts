// Do training and validation loss both stand still, above what the task allows?

import { positions } from '../../record/series.ts'
import { change, plateau } from '../../signal/plateau.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, hasNonFinite, main, pair, relativeFall, shareAtEnd, span } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'bottleneck',
  group: 'reading',
  needs: ['loss'],
  helps: ['accuracy'],
  limits: {
    points: 6, // values of the loss, at least
    share: 0.4, // part of the run that the loss must stand still
    fallen: 0.5, // a loss that fell by less before has hardly learnt
    good: 0.95, // an accuracy above it is no bottleneck
    slope: 0.02, // a fall below this share is none
    noiseUnits: 3, // nor is one below so many units of the noise
    apart: 1.5, // validation over training loss from which they stand apart
  },
  examine({ loss, accuracy }, limits) {
    const series = main(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    if (hasNonFinite(series)) return irrelevant('not-finite')
    const flat = plateau(positions(series), series.value)
    const moved = change(series.value)
    const reached = shareAtEnd(main(accuracy, 'train'))
    const fall = relativeFall(moved)
    const values = {
      metric: series.name,
      first: moved.first,
      level: flat?.level ?? moved.last,
      share: flat?.share ?? 0,
      fall,
      reached: reached ?? null,
    }
    if (!flat || flat.share < limits.share || (reached ?? 0) > limits.good)
      return clear(values, { 'model-too-small': 1 })
    const never =
      Math.abs(fall) < limits.slope ||
      Math.abs(moved.fall) < (limits.noiseUnits * moved.noise) / Math.sqrt(Math.max(1, series.value.length / 10))
    const both = pair(loss)
    const apart = both ? ends(both.val).last > limits.apart * ends(both.train).last : false
    return found(
      finding({
        id: never ? 'reading/never-fell' : 'reading/bottleneck',
        values,
        where: span(series, flat.from),
        exhibits: [curveExhibit('loss', [series], [positions(series)[flat.from]!, positions(series).at(-1)!])],
        points: never ? NEVER_FELL : fall < limits.fallen ? fellLittle(apart) : FELL,
        ground: 'loss/level',
      }),
    )
  },
})

const NEVER_FELL: Weights = {
  'learning-rate-too-high': 1.7,
  'misaligned-labels': 1.2,
  'poor-initialization': 1.1,
  'vanishing-gradients': 1.1,
  'learning-rate-too-low': 1.2,
  'weights-not-updated': 1,
  'uninformative-features': 1,
  'dead-units': 0.8,
  'unscaled-inputs': 0.8,
  healthy: -2,
}

const FELL: Weights = {
  'model-too-small': 0.8,
  'label-noise': 0.6,
  'learning-rate-too-high': 0.7,
  'conflicting-labels': 0.4,
}

function fellLittle(apart: boolean): Weights {
  return {
    'learning-rate-too-high': 1.5,
    'model-too-small': 1.4,
    'batch-too-large': 0.8,
    'learning-rate-too-low': 0.9,
    'too-much-regularization': 1,
    'label-noise': 0.8,
    'uninformative-features': 0.8,
    'conflicting-labels': 0.6,
    healthy: apart ? -0.5 : 0,
  }
}
