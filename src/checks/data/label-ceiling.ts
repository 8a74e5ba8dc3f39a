// Does the training accuracy level off below what the validation says, or turn late into memory?

import { positions } from '../../record/series.ts'
import { plateau } from '../../signal/plateau.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main, shareAtEnd } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { chance } from '../task.ts'

export default defineCheck({
  name: 'label-ceiling',
  group: 'data',
  needs: ['accuracy', 'run'],
  helps: ['dropoutFact', 'augmentationFact', 'optimizers'],
  limits: {
    points: 8, // values of the training accuracy, at least
    share: 0.35, // part of the run that the accuracy must stand still
    low: 0.4, // a ceiling below this accuracy is no ceiling of labels
    high: 0.97, // a ceiling above it needs no explanation
    above: 0.15, // the ceiling must lie so far above guessing
    below: 0.18, // the validation accuracy is so much higher that the training labels must be wrong
    usualChance: 0.1, // accuracy of guessing where the classes are unknown
  },
  examine({ accuracy, run, dropoutFact, augmentationFact, optimizers }, limits) {
    const train = main(accuracy, 'train')
    if (!train || train.value.length < limits.points) return irrelevant('few-values')
    // of a watched run single batches were sampled, most of them early
    if (optimizers && train.mean === 'batch') return irrelevant('few-values')
    const shares = asShare(train)
    const share = plateau(positions(train), shares)?.share ?? 0
    const level = ends(shares).last
    const held = heldOut(accuracy)
    const val = shareAtEnd(held)
    const values = { metric: train.name, level, val: val ?? null, share }
    const lowest = Math.max(limits.low, (chance(run) ?? limits.usualChance) + limits.above)
    if (!(share > limits.share && level > lowest && level < limits.high))
      return clear(values, { 'label-noise': 0.8, 'conflicting-labels': 0.8 })
    const hindered = dropoutFact !== undefined || augmentationFact === true
    const below = val !== undefined && val - level > limits.below && !hindered
    return found(
      finding({
        id: below ? 'label-ceiling-below-validation' : 'label-ceiling',
        values,
        exhibits: [curveExhibit('accuracy', [train, held])],
        points: below ? BELOW : pointsOf(hindered),
        ground: 'accuracy/ceiling',
      }),
    )
  },
})

/** Clean validation labels that the model gets right while it fails on training labels: those are at odds with it. */
const BELOW: Weights = {
  'label-noise': 4,
  'conflicting-labels': 3.8,
  'evaluation-asymmetry': 0.5,
  healthy: -2.5,
  'model-too-small': -1,
}

/** `hindered`: dropout or augmentation keeps the training accuracy down by itself. */
function pointsOf(hindered: boolean): Weights {
  return {
    'label-noise': hindered ? 0.8 : 1.8,
    'conflicting-labels': hindered ? 0.6 : 1.5,
    'model-too-small': 1.6,
    'uninformative-features': 0.8,
    'learning-rate-too-high': 0.6,
    'too-much-regularization': hindered ? 1.2 : 0.4,
  }
}
