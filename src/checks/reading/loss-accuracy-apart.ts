// Do loss and accuracy of one split move apart: both rise, or both fall?

import type { Series } from '../../record/series.ts'
import { onset } from '../../signal/onset.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, least, main } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'loss-accuracy-apart',
  group: 'reading',
  needs: ['loss', 'accuracy', 'run'],
  helps: [],
  limits: {
    rise: 0.03,
    accuracyLost: 0.01,
    lossFall: 0.05,
    accuracyFall: 0.05,
    matters: 0.02,
    noiseUnits: 2.5,
    short: 6,
  },
  examine({ loss, accuracy, run }, limits) {
    const val = heldOut(loss)
    const score = heldOut(accuracy)
    if (!val || !score) return trainApart(main(loss, 'train'), main(accuracy, 'train'), limits)
    if (val.value.length < 2 || score.value.length < 2) return irrelevant('one-value')
    const best = least(val.value)
    const lossRise = (ends(val.value).last - best.value) / Math.max(Math.abs(best.value), 1e-12)
    const shares = asShare(score)
    const place = Math.min(
      shares.length - 1,
      Math.round((best.index / Math.max(1, val.value.length - 1)) * (shares.length - 1)),
    )
    const gained = ends(shares).last - shares[place]!
    const values = { rise: lossRise, gained, metric: val.name, score: score.name, at: best.index + 1 }
    const turn = onset(val.value)
    const clearly = (turn?.z ?? 0) > limits.noiseUnits || (val.value.length < limits.short && lossRise > limits.rise)
    const matters = ends(val.value).last - best.value > limits.matters * lossUnit(run, val.value)
    if (
      matters &&
      lossRise > limits.rise &&
      clearly &&
      gained >= -limits.accuracyLost &&
      best.index < val.value.length - 1
    )
      return found(
        finding({
          id: 'reading/loss-accuracy-apart',
          values,
          where: { split: 'val' },
          exhibits: [curveExhibit('validation loss', [val]), curveExhibit('validation accuracy', [score])],
          points: {
            'confidence-not-correctness': gained > 0.003 ? 3.8 : 3,
            overfitting: gained > 0.003 ? -1 : -0.3,
            'label-noise': 0.6,
            outliers: 0.5,
            'conflicting-labels': 0.3,
            'class-imbalance': 0.3,
            'validation-set-too-small': gained > 0.003 ? 0.8 : 0.3,
          },
          ground: 'loss/accuracy',
        }),
      )
    return clear(values, { 'confidence-not-correctness': 1.5 })
  },
})

/** Without held-out data: a training loss that falls while the training accuracy falls too (B4: the penalty falls, not the cross-entropy). */
function trainApart(
  loss: Series | undefined,
  score: Series | undefined,
  limits: { lossFall: number; accuracyFall: number },
) {
  if (!loss || !score || loss.value.length < 4 || score.value.length < 4) return irrelevant('no-held-out-metric')
  const [before, after] = [ends(loss.value), ends(asShare(score))]
  const fall = (before.first - before.last) / Math.max(Math.abs(before.first), 1e-12)
  const lost = after.first - after.last
  const values = { fall, lost, metric: loss.name, score: score.name }
  if (fall < limits.lossFall || lost < limits.accuracyFall) return clear(values, {})
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
