// Does the accuracy stand at one value, as it does where every input gets the same answer?

import { frozen } from '../../signal/constant.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main } from '../curves.ts'
import { chance } from '../task.ts'

export default defineCheck({
  name: 'majority-guessing',
  group: 'evaluation',
  needs: ['accuracy', 'run'],
  helps: ['majorityShareFact', 'loss'],
  limits: { points: 3, share: 0.5, near: 0.006, high: 0.995 },
  examine({ accuracy, run, majorityShareFact, loss }, limits) {
    const series = heldOut(accuracy) ?? main(accuracy, 'train')
    if (!series) return irrelevant('no-accuracy')
    const shares = asShare(series)
    const level = ends(shares).last
    const still = shares.length >= limits.points ? frozen(shares) : null
    const constant = still !== null && still.share >= limits.share && still.points >= limits.points
    const stated = majorityShareFact !== undefined && Math.abs(level - majorityShareFact) < limits.near
    const random = chance(run)
    const values = {
      metric: series.name,
      level,
      stated: majorityShareFact ?? null,
      points: still?.points ?? shares.length,
    }
    if (level > limits.high || !(constant || stated))
      return clear(values, { 'class-imbalance': 1, 'collapsed-output': 1.5, 'saturated-output': 1 })
    const balanced = random !== undefined && Math.abs(level - random) < 0.02
    const imbalance = stated ? 3.6 : balanced ? -1 : level > 0.6 ? 2.4 : 0.6
    return found(
      finding({
        id: stated ? 'majority-guessing-stated' : 'majority-guessing',
        values,
        where: { split: series.split },
        exhibits: [curveExhibit('accuracy', [series])],
        points: {
          'class-imbalance': imbalance,
          'collapsed-output': 3,
          'saturated-output': 0.8,
          'learning-rate-too-high': 1.6,
          'dead-units': 1.2,
          'unscaled-inputs': 1,
          'output-loss-mismatch': 0.8,
          'misaligned-labels': 0.5,
          healthy: -2.5,
          overfitting: -1.5,
          ...(loss ? {} : { 'wrong-metric': 0.5 }),
        },
        ground: 'accuracy/level',
      }),
    )
  },
})
