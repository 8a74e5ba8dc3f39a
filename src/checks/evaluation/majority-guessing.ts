// Does the accuracy stand at one value, as it does where every input gets the same answer?

import type { RunRecord } from '../../record/run.ts'
import { frozen } from '../../signal/constant.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, hasNonFinite, heldOutOrTrain, main, shareAtEnd } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { chance, guessOf } from '../task.ts'

export default defineCheck({
  name: 'majority-guessing',
  group: 'evaluation',
  needs: ['accuracy', 'run'],
  helps: ['majorityShareFact', 'loss', 'order', 'outputs'],
  limits: {
    points: 3, // values of the accuracy, at least
    share: 0.5, // part of the values that must be the same
    near: 0.006, // distance from the stated share of the largest class
    high: 0.995, // an accuracy above it is success
    apart: 0.015, // training this far from validation is not guessing
    learnt: 0.85, // a loss below this share of the entropy has learnt more
    entropy: 0.15, // distance from the entropy of the class shares, relative
    guess: 0.012, // distance from ln K, relative, from which K is concluded
    balanced: 0.02, // distance from 1 / K that is guessing among equal classes
    differ: 0.9, // share of a batch that is given the most frequent answer, below which answers differ
    even: 3, // labels of the largest class against the smallest below which they are even
    always: 5, // equal values from which all of them are enough
  },
  examine({ accuracy, run, majorityShareFact, loss, order, outputs }, limits) {
    const series = heldOutOrTrain(accuracy)
    if (!series) return irrelevant('no-accuracy')
    const own = main(loss, series.split) ?? main(loss, 'train')
    if (own && hasNonFinite(own)) return irrelevant('not-finite')
    if (own && own.value.length > 3 && frozen(own.value)?.share === 1) return irrelevant('loss-judged')
    const shares = asShare(series)
    const level = ends(shares).last
    const cost = own && ends(own.value).last
    const still = shares.length >= limits.points ? frozen(shares) : null
    const always = still?.share === 1 && still.points >= limits.always
    const stated = majorityShareFact !== undefined && Math.abs(level - majorityShareFact) < limits.near
    const points = still?.points ?? shares.length
    const values = { metric: series.name, level, stated: majorityShareFact ?? null, points }
    const stands = stated || (still !== null && still.share >= limits.share)
    const apart = Math.abs((shareAtEnd(main(accuracy, 'train')) ?? level) - level) > limits.apart
    // Always naming the largest class costs at least the entropy of its share; a lower loss has learnt more than that.
    const learnt = cost !== undefined && cost > 0 && cost < limits.learnt * entropy(level) && !always
    // answers that were seen to differ are no guess of one class
    const differ = (outputs ?? []).some((one) => one.topShare !== undefined && one.topShare < limits.differ)
    if (!stands || apart || learnt || level > limits.high || differ)
      return clear(values, { 'class-imbalance': 1, 'collapsed-output': 1.5, 'saturated-output': 1 })
    const balanced = Math.abs(level - (randomLevel(run, cost, limits.guess) ?? Number.NaN)) < limits.balanced
    const atEntropy = cost !== undefined && Math.abs(cost - entropy(level)) < limits.entropy * entropy(level)
    // where labels were counted and no class is rare, none of them outweighs the others
    const counted = order?.some(
      (one) => one.most !== undefined && one.least !== undefined && one.most < limits.even * one.least,
    )
    return found(
      finding({
        id: stated ? 'majority-guessing-stated' : atEntropy ? 'majority-guessing-entropy' : 'majority-guessing',
        values: { ...values, cost: cost ?? null },
        where: { split: series.split },
        exhibits: [curveExhibit('accuracy', [series])],
        points: pointsOf(balanced || counted ? -1 : imbalance(level, stated, atEntropy, always), balanced, atEntropy),
        ground: balanced ? 'loss/level' : 'accuracy/level',
      }),
    )
  },
})

/** Least cross-entropy, in nats, of a constant answer where the largest class has share `p`. */
function entropy(p: number): number {
  return p <= 0 || p >= 1 ? 0 : -p * Math.log(p) - (1 - p) * Math.log(1 - p)
}

/** The accuracy of guessing: from the classes, else from those whose guess costs as much as the loss. */
function randomLevel(run: RunRecord, cost: number | undefined, within: number): number | undefined {
  const guess = cost === undefined ? undefined : guessOf(cost, run, within)
  return chance(run) ?? (guess && 1 / guess.classes)
}

/** How strongly a level that is not chance speaks for one large class. */
function imbalance(level: number, stated: boolean, atEntropy: boolean, always: boolean): number {
  if (stated || (atEntropy && level > 0.7)) return 4.2
  if (level > 0.6) return always ? 3.4 : 2.4
  return 0.6
}

function pointsOf(imbalance: number, balanced: boolean, atEntropy: boolean): Weights {
  return {
    'class-imbalance': imbalance,
    'collapsed-output': balanced ? 1.4 : 3,
    'saturated-output': 0.8,
    'learning-rate-too-high': balanced || !atEntropy ? 1.6 : 0.6,
    'dead-units': 1.2,
    'unscaled-inputs': 1,
    'output-loss-mismatch': 0.8,
    'misaligned-labels': 0.5,
    healthy: -2.5,
    overfitting: -1.5,
  }
}
