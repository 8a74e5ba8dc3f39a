// How much of the loss is penalty, or what else says that the model is held back too strongly?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, heldOutOrTrain, main, pair, quotient, shareAtEnd } from '../curves.ts'

export default defineCheck({
  name: 'penalty-share',
  group: 'optimization',
  needs: ['loss'],
  helps: ['penalty', 'dataLoss', 'dropoutFact', 'weightDecayFact', 'accuracy'],
  limits: {
    share: 0.5, // part of the loss that is penalty
    dropout: 0.55, // a dropout above it is strong
    decay: 0.02, // a weight decay above it is strong
    poor: 0.9, // an accuracy below it leaves something to explain
    fallen: 0.5, // without an accuracy, a loss above this share of the first does
    near: 1.15, // validation loss over training loss that is still together
  },
  examine({ loss, penalty, dataLoss, dropoutFact, weightDecayFact, accuracy }, limits) {
    const total = main(loss, 'train')
    if (!total) return irrelevant('no-train-loss')
    const { first, last } = ends(total.value)
    const part = penalty ? ends(penalty[0]!.value).last : dataLoss ? last - ends(dataLoss[0]!.value).last : undefined
    const share = part === undefined ? null : quotient(part, last)
    const values = { share, dropout: dropoutFact ?? null, decay: weightDecayFact ?? null, metric: total.name }
    const ground = 'loss/penalty'
    if (share !== null && share > limits.share)
      return found(finding({ id: 'penalty-share', values, points: { 'too-much-regularization': 4.2 }, ground }))
    if (share === null && dropoutFact === undefined && weightDecayFact === undefined)
      return irrelevant('no-regularization-known')
    const strong = (dropoutFact ?? 0) > limits.dropout || (weightDecayFact ?? 0) > limits.decay
    const both = pair(loss)
    const together = both ? ends(both.val).last < limits.near * ends(both.train).last : true
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const poor = reached === undefined ? last > limits.fallen * first : reached < limits.poor
    if (!strong || !together || !poor) return clear(values, { 'too-much-regularization': 1.5 })
    const points = { 'too-much-regularization': 4, overfitting: -1 }
    return found(finding({ id: 'strong-regularization', values, points, ground }))
  },
})
