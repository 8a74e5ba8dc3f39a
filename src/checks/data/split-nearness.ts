// Do held-out rows lie nearer to the training data than training rows lie to each other?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAsGood, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'split-nearness',
  group: 'data',
  needs: ['splitDistance', 'run'],
  helps: ['duplicates'],
  limits: {
    near: 0.7, // median distance to the training data over the distance within it, below which the split is easy
    far: 2, // and above which it is another kind of data
    shared: 0.05, // share of equal rows that explains the nearness by itself
  },
  examine({ splitDistance, run, duplicates }, limits) {
    const worst = [...splitDistance].sort((a, b) => a.ratio - b.ratio)[0]
    if (!worst) return irrelevant('one-split')
    const farthest = [...splitDistance].sort((a, b) => b.ratio - a.ratio)[0]!
    const { between, ratio } = worst.ratio < limits.near ? worst : farthest
    const values = { first: between[0], second: between[1], ratio }
    const copied = duplicates?.some(
      (one) => one.between[0] === between[0] && one.between[1] === between[1] && one.rows > limits.shared * one.of,
    )
    if (ratio > limits.far)
      return found(
        finding({
          id: 'held-out-far',
          values,
          where: splitOf(between[1]),
          points: { 'distribution-shift': 2.4, 'preprocessing-mismatch': 1 },
          ground: 'data/distance',
        }),
      )
    if (ratio >= limits.near || copied) return clear(values, { 'easy-validation-set': 1 })
    const { weight } = beside(run, 3.8, heldOutAsGood)
    return found(
      finding({
        id: 'held-out-near',
        values,
        where: splitOf(between[1]),
        points: { 'easy-validation-set': weight, 'data-leakage': 1 },
        ground: 'data/distance',
      }),
    )
  },
})
