// Do loss and accuracy of one split move apart: both rise, or both fall?

import type { Series } from '../../record/series.ts'
import { onset } from '../../signal/onset.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, least, main, quotient, relativeFall } from '../curves.ts'
import type { Answer, Weights } from '../finding.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'loss-accuracy-apart',
  group: 'reading',
  needs: ['loss', 'accuracy', 'run'],
  helps: [],
  limits: {
    rise: 0.03, // rise of the validation loss from its best, relative
    accuracyLost: 0.01, // the accuracy may have lost so much meanwhile
    accuracyGained: 0.003, // from here on it has gained
    lossFall: 0.05, // without validation, the fall of the training loss
    accuracyFall: 0.05, // and the fall of the training accuracy beside it
    matters: 0.02, // a rise below this share of the cost of guessing, or of the first loss, is none
    noiseUnits: 2.5, // how sure the rise must be, in units of the noise
    short: 6, // fewer values are too few for a test of it
    trainPoints: 4, // values of the training curves, at least
  },
  examine({ loss, accuracy, run }, limits) {
    const [val, score] = [heldOut(loss), heldOut(accuracy)]
    if (!val || !score) return trainApart(main(loss, 'train'), main(accuracy, 'train'), limits)
    const points = val.value.length
    if (points < 2 || score.value.length < 2) return irrelevant('one-value')
    const best = least(val.value)
    const up = ends(val.value).last - best.value
    const rise = quotient(up, Math.abs(best.value))
    const gained = gainedSince(asShare(score), best.index / Math.max(1, points - 1))
    const values = { rise, gained, metric: val.name, score: score.name, at: best.index + 1 }
    const clearly = (onset(val.value)?.z ?? 0) > limits.noiseUnits || points < limits.short
    const rises = rise > limits.rise && clearly && up > limits.matters * lossUnit(run, val.value)
    if (!rises || !(gained >= -limits.accuracyLost) || best.index >= points - 1)
      return clear(values, { 'confidence-not-correctness': 1.5 })
    return found(
      finding({
        id: 'reading/loss-accuracy-apart',
        values,
        where: { split: 'val' },
        exhibits: [curveExhibit('validation-loss', [val]), curveExhibit('validation-accuracy', [score])],
        points: pointsOf(gained > limits.accuracyGained),
        ground: 'loss/accuracy',
      }),
    )
  },
})

/** What an accuracy gained from that part (0..1) of its curve to its end. */
function gainedSince(shares: Float64Array, part: number): number {
  const place = Math.min(shares.length - 1, Math.round(part * (shares.length - 1)))
  return ends(shares).last - shares[place]!
}

function pointsOf(gains: boolean): Weights {
  return {
    'confidence-not-correctness': gains ? 3.8 : 3,
    overfitting: gains ? -1 : -0.3,
    'label-noise': 0.6,
    outliers: 0.5,
    'conflicting-labels': 0.3,
    'class-imbalance': 0.3,
    'validation-set-too-small': gains ? 0.8 : 0.3,
  }
}

/** Without held-out data: a training loss that falls while the training accuracy falls too (the penalty falls, not the error). */
function trainApart(
  loss: Series | undefined,
  score: Series | undefined,
  limits: { readonly lossFall: number; readonly accuracyFall: number; readonly trainPoints: number },
): Answer {
  if (!loss || !score || Math.min(loss.value.length, score.value.length) < limits.trainPoints)
    return irrelevant('no-held-out-metric')
  const shares = ends(asShare(score))
  const [fall, lost] = [relativeFall(ends(loss.value)), shares.first - shares.last]
  const values = { fall, lost, metric: loss.name, score: score.name }
  if (fall < limits.lossFall || lost < limits.accuracyFall) return clear(values)
  return found(
    finding({
      id: 'reading/loss-falls-accuracy-falls',
      values,
      exhibits: [curveExhibit('loss', [loss]), curveExhibit('accuracy', [score])],
      points: { 'too-much-regularization': 2, 'class-imbalance': 1, outliers: 1, 'wrong-metric': 1.2, healthy: -1 },
      ground: 'loss/accuracy',
    }),
  )
}
