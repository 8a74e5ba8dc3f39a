// Which features does the model make no use of, and how few would do?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { fewNames } from '../data-beside.ts'

export default defineCheck({
  name: 'idle-features',
  group: 'evaluation',
  needs: ['importance'],
  helps: ['smallestSet'],
  limits: {
    features: 4, // features that there must be
    errors: 2, // standard errors within which a loss by shuffling is none
    small: 0.002, // loss of the score that is none in any case
    share: 0.5, // of the features that are idle, from which it is worth a word
  },
  examine({ importance, smallestSet }, limits) {
    const split = (importance.find((one) => one.split !== 'train') ?? importance[0])?.split
    const own = importance.filter((one) => one.split === split)
    if (split === undefined || own.length < limits.features) return irrelevant('few-features')
    const idle = own.filter((one) => one.drop <= Math.max(limits.small, limits.errors * one.error))
    const set = smallestSet?.find((one) => one.split === split)
    const enough = set && set.enough < set.of ? set.enough : 0
    const kept = (set?.steps ?? []).slice(0, enough).map((one) => one.feature)
    const values = {
      idle: idle.length,
      of: own.length,
      names: fewNames(
        idle.map((one) => one.feature),
        5,
      ),
      enough,
      kept: kept.length > 0 ? fewNames(kept, 5) : 'none',
    }
    if (idle.length < limits.share * own.length) return clear(values, { 'uninformative-features': 1 })
    const all = idle.length === own.length
    return found(
      finding({
        id: all ? 'no-feature-matters' : 'features-idle',
        values,
        ...(split === 'all' ? {} : { where: { split } }),
        points: { 'uninformative-features': all ? 2.6 : 0.6, overfitting: all ? 0.6 : 0.3 },
        ground: 'predictions/importance',
      }),
    )
  },
})
