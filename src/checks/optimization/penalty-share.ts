// How much of the loss is penalty, or what else says that the model is held back too strongly?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, heldOut, main, pair } from '../curves.ts'

export default defineCheck({
  name: 'penalty-share',
  group: 'optimization',
  needs: ['loss'],
  helps: ['penalty', 'dataLoss', 'dropoutFact', 'weightDecayFact', 'accuracy'],
  limits: { share: 0.5, dropout: 0.55, decay: 0.02, poor: 0.85, near: 1.15 },
  examine({ loss, penalty, dataLoss, dropoutFact, weightDecayFact, accuracy }, limits) {
    const total = main(loss, 'train')
    if (!total) return irrelevant('no-train-loss')
    const last = ends(total.value).last
    const part = penalty ? ends(penalty[0]!.value).last : dataLoss ? last - ends(dataLoss[0]!.value).last : undefined
    const share = part === undefined ? undefined : part / Math.max(last, 1e-12)
    const both = pair(loss)
    const together = both ? ends(both.val).last < limits.near * ends(both.train).last : true
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const poor = score
      ? ends(asShare(score)).last < limits.poor
      : ends(total.value).last > 0.5 * ends(total.value).first
    const strong = (dropoutFact ?? 0) > limits.dropout || (weightDecayFact ?? 0) > limits.decay
    const values = {
      share: share ?? null,
      dropout: dropoutFact ?? null,
      decay: weightDecayFact ?? null,
      metric: total.name,
    }
    if (share !== undefined && share > limits.share)
      return found(
        finding({ id: 'penalty-share', values, points: { 'too-much-regularization': 4.2 }, ground: 'loss/penalty' }),
      )
    if (share === undefined && dropoutFact === undefined && weightDecayFact === undefined)
      return irrelevant('no-regularization-known')
    if (strong && together && poor)
      return found(
        finding({
          id: 'strong-regularization',
          values,
          points: { 'too-much-regularization': 4, overfitting: -1 },
          ground: 'loss/penalty',
        }),
      )
    return clear(values, { 'too-much-regularization': 1.5 })
  },
})
