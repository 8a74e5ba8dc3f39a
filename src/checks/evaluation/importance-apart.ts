// Do the features that matter on the training matter on unseen rows too?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { fewNames } from '../data-beside.ts'

export default defineCheck({
  name: 'importance-apart',
  group: 'evaluation',
  needs: ['importance'],
  helps: [],
  limits: {
    matters: 0.03, // loss of the training score by shuffling from which a feature matters
    gone: 0.25, // part of it that is left on unseen rows, below which it is gone
    errors: 3, // standard errors between the two
    part: 0.3, // of all that matters on the training that must be gone
  },
  examine({ importance }, limits) {
    const train = importance.filter((one) => one.split === 'train')
    const split =
      importance.find((one) => one.split === 'test')?.split ?? importance.find((one) => one.split === 'val')?.split
    if (train.length === 0 || split === undefined) return irrelevant('one-split')
    const held = new Map(importance.filter((one) => one.split === split).map((one) => [one.feature, one]))
    const matter = train.filter((one) => one.drop > limits.matters && held.has(one.feature))
    if (matter.length === 0) return irrelevant('no-feature-matters')
    const gone = matter.filter((one) => {
      const other = held.get(one.feature)!
      return (
        other.drop < limits.gone * one.drop &&
        one.drop - other.drop > limits.errors * Math.hypot(one.error, other.error)
      )
    })
    const sum = (list: typeof matter) => list.reduce((total, one) => total + one.drop, 0)
    const first = [...gone].sort((a, b) => b.drop - a.drop)[0] ?? matter[0]!
    const values = {
      split,
      gone: gone.length,
      of: matter.length,
      names: fewNames(gone.map((one) => one.feature)),
      feature: first.feature,
      train: first.drop,
      held: held.get(first.feature)!.drop,
    }
    if (sum(gone) < limits.part * sum(matter)) return clear(values, { overfitting: 0.4, 'distribution-shift': 0.6 })
    return found(
      finding({
        id: 'importance-does-not-hold',
        values,
        where: { split: split === 'val' ? 'val' : 'test' },
        points: { overfitting: 1.4, 'distribution-shift': 1.4, 'preprocessing-mismatch': 1.2, healthy: -1 },
        ground: 'predictions/importance',
      }),
    )
  },
})
