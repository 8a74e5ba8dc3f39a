// How much of the loss is penalty, or what else says that the model is held back too strongly?

import type { Series } from '../../record/series.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, heldOutOrTrain, main, pair, quotient, shareAtEnd } from '../curves.ts'
import { reachesSimple } from '../predicted.ts'

export default defineCheck({
  name: 'penalty-share',
  group: 'optimization',
  needs: ['loss'],
  helps: ['penalty', 'dataLoss', 'dropoutFact', 'weightDecayFact', 'accuracy', 'scores', 'baselines'],
  limits: {
    share: 0.4, // part of the loss that is penalty
    dropout: 0.55, // a dropout above it is strong
    decay: 0.02, // a weight decay above it is strong
    poor: 0.9, // an accuracy below it leaves something to explain
    fallen: 0.5, // without an accuracy, a loss above this share of the first does
    left: 0.2, // beside a penalty, a data loss above this share of its first does
    scaled: 0.01, // spread of the penalty against the data loss below which it is a factor
    near: 1.15, // validation loss over training loss that is still together
  },
  examine({ loss, penalty, dataLoss, dropoutFact, weightDecayFact, accuracy, scores, baselines }, limits) {
    const total = main(loss, 'train')
    if (!total) return irrelevant('no-train-loss')
    const { first, last } = ends(total.value)
    const share = shareOf(penalty ?? differences(total, dataLoss?.[0]), dataLoss?.[0], total, limits.scaled)
    const values = { share, dropout: dropoutFact ?? null, decay: weightDecayFact ?? null, metric: total.name }
    const ground = 'loss/penalty'
    const sees = 'too-much-regularization'
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const poor = reached === undefined ? last > limits.fallen * first : reached < limits.poor
    const data = dataLoss ? ends(dataLoss[0]!.value) : { first, last }
    const left = reached === undefined ? data.last > limits.left * data.first : reached < limits.poor
    if (share !== null && share > limits.share && left)
      return found(finding({ id: 'penalty-share', values, points: { 'too-much-regularization': 5.4 }, sees, ground }))
    if (share === null && dropoutFact === undefined && weightDecayFact === undefined)
      return irrelevant('no-regularization-known')
    const strong = (dropoutFact ?? 0) > limits.dropout || (weightDecayFact ?? 0) > limits.decay
    const both = pair(loss)
    const together = both ? ends(both.val).last < limits.near * ends(both.train).last : true
    // no simple model does better on these data: nothing is held back
    const reaches = reachesSimple(scores, baselines)
    if (!strong || !together || !poor || reaches) return clear(values, { 'too-much-regularization': 1.5 })
    const points = { 'too-much-regularization': 4.6, overfitting: -1 }
    return found(finding({ id: 'strong-regularization', values, points, sees, ground }))
  },
})

/** Values at the start by which a penalty is seen that soon takes the weights away. */
const FIRST = 5

/**
 * The part of what is minimised that is penalty, late in the run; null where none is known. A loss that is always the same
 * number of times the loss function's value was summed or scaled, and holds no penalty.
 */
function shareOf(penalties: readonly Series[], data: Series | undefined, total: Series, scaled: number): number | null {
  const shares = penalties.flatMap((penalty) => {
    const own = penalty.name === 'weight decay' ? undefined : data
    const within = penalty.name !== 'weight decay' && !data
    const beside = onSteps(penalty, own ?? total).map(([part, rest]) => [part, within ? rest - part : rest] as const)
    const parts = beside.map(([part, rest]) => quotient(part, part + rest))
    const third = Math.ceil(parts.length / 3)
    const times = beside.map(([part, rest]) => quotient(part, rest))
    const [least, most] = [Math.min(...times), Math.max(...times)]
    const constant = own !== undefined && times.length > 1 && most - least < scaled * Math.abs(most)
    // early it may take the weights away, and be small ever after
    return parts.length === 0 || constant || least < 0
      ? []
      : [median(parts.slice(0, Math.min(third, FIRST))), median(parts.slice(-third))]
  })
  return shares.length > 0 ? Math.max(...shares) : null
}

/** What the loss is above the data loss, as a curve; none where that is not known. */
function differences(total: Series, data: Series | undefined): readonly Series[] {
  if (!data || data.value.length !== total.value.length) return []
  return [{ ...total, name: 'penalty', value: total.value.map((one, i) => one - data.value[i]!) }]
}

/** Pairs of finite values at equal steps; of the second the last one before where it has none there. */
function onSteps(one: Series, other: Series): readonly (readonly [number, number])[] {
  const out: [number, number][] = []
  let at = 0
  for (let i = 0; i < one.value.length; i += 1) {
    while (at + 1 < other.value.length && (other.step[at + 1] ?? 0) <= (one.step[i] ?? 0)) at += 1
    const [a, b] = [one.value[i]!, other.value[at] ?? Number.NaN]
    if (Number.isFinite(a) && Number.isFinite(b)) out.push([a, b])
  }
  return out
}
