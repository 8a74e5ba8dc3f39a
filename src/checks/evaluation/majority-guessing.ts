// Does the accuracy stand at one value, as it does where every input gets the same answer?

import { frozen } from '../../signal/constant.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main } from '../curves.ts'
import { chance, guessOf } from '../task.ts'

export default defineCheck({
  name: 'majority-guessing',
  group: 'evaluation',
  needs: ['accuracy', 'run'],
  helps: ['majorityShareFact', 'loss'],
  limits: {
    points: 3,
    share: 0.5,
    near: 0.006,
    high: 0.995,
    apart: 0.015,
    learnt: 0.85,
    entropy: 0.15,
    balanced: 0.02,
    always: 5,
  },
  examine({ accuracy, run, majorityShareFact, loss }, limits) {
    const series = heldOut(accuracy) ?? main(accuracy, 'train')
    if (!series) return irrelevant('no-accuracy')
    const own = main(loss, series.split) ?? main(loss, 'train')
    if (own?.value.some((one) => !Number.isFinite(one))) return irrelevant('not-finite')
    if (own && own.value.length > 3 && frozen(own.value)?.share === 1) return irrelevant('loss-judged')
    const shares = asShare(series)
    const level = ends(shares).last
    const train = main(accuracy, 'train')
    const apart = train !== undefined && Math.abs(ends(asShare(train)).last - level) > limits.apart
    const cost = own ? ends(own.value).last : undefined
    const floor = entropy(level)
    // Always naming the largest class costs at least the entropy of its share; a lower loss has learnt more than that.
    const learnt = cost !== undefined && cost > 0 && cost < limits.learnt * floor
    const still = shares.length >= limits.points ? frozen(shares) : null
    const constant = still !== null && still.share >= limits.share
    const stated = majorityShareFact !== undefined && Math.abs(level - majorityShareFact) < limits.near
    const values = {
      metric: series.name,
      level,
      stated: majorityShareFact ?? null,
      points: still?.points ?? shares.length,
    }
    const always = still?.share === 1 && still.points >= limits.always
    if (apart || (learnt && !always) || level > limits.high || !(constant || stated))
      return clear(values, { 'class-imbalance': 1, 'collapsed-output': 1.5, 'saturated-output': 1 })
    const random = chance(run) ?? (cost === undefined ? undefined : levelOf(guessOf(cost, run, 0.012)?.classes))
    const balanced = random !== undefined && Math.abs(level - random) < limits.balanced
    const atEntropy = cost !== undefined && Math.abs(cost - floor) < limits.entropy * floor
    return found(
      finding({
        id: stated ? 'majority-guessing-stated' : atEntropy ? 'majority-guessing-entropy' : 'majority-guessing',
        values: { ...values, cost: cost ?? null },
        where: { split: series.split },
        exhibits: [curveExhibit('accuracy', [series])],
        points: {
          'class-imbalance': balanced
            ? -1
            : stated || (atEntropy && level > 0.7)
              ? 4.2
              : level > 0.6
                ? always
                  ? 3.4
                  : 2.4
                : 0.6,
          'collapsed-output': balanced ? 1.4 : 3,
          'saturated-output': 0.8,
          'learning-rate-too-high': balanced || !atEntropy ? 1.6 : 0.6,
          'dead-units': 1.2,
          'unscaled-inputs': 1,
          'output-loss-mismatch': 0.8,
          'misaligned-labels': 0.5,
          healthy: -2.5,
          overfitting: -1.5,
        },
        ground: balanced ? 'loss/level' : 'accuracy/level',
      }),
    )
  },
})

/** Least cross-entropy, in nats, of a constant answer where the largest class has share `p`. */
function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p)
}

function levelOf(classes: number | undefined): number | undefined {
  return classes === undefined ? undefined : 1 / classes
}
