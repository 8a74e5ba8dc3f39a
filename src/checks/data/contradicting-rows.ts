// Are there equal rows with different labels, and which accuracy do they allow at most?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { heldOutOrTrain, main, shareAtEnd } from '../curves.ts'
import { beside, rowTable, seenAs, splitOf, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'contradicting-rows',
  group: 'data',
  needs: ['conflicts', 'run'],
  helps: [],
  limits: {
    share: 0.01, // of the rows, from which they matter
    some: 0.002, // of the rows, worth a word
    near: 0.03, // distance of an accuracy from the ceiling that is the ceiling
  },
  examine({ conflicts, run }, limits) {
    const worst = [...conflicts].sort((a, b) => b.rows / Math.max(1, b.of) - a.rows / Math.max(1, a.of))[0]
    if (!worst || worst.of === 0) return irrelevant('no-rows')
    const { split, groups, rows, of, ceiling } = worst
    const values = { split, groups, rows, of, share: rows / of, ceiling }
    if (rows < limits.some * of || rows < 2) return clear(values, { 'conflicting-labels': 3 })
    const { weight, shown } = beside(
      run,
      rows > 5 * limits.share * of ? 6 : rows > limits.share * of ? 5 : 3,
      (one) => {
        const accuracy = one.series.filter((series) => series.metric === 'accuracy')
        const reached = shareAtEnd(main(accuracy, 'train') ?? heldOutOrTrain(accuracy))
        return suffers(one) || (reached !== undefined && reached <= ceiling + limits.near && ceiling < 1)
      },
    )
    return found(
      finding({
        id: 'rows-contradict',
        values,
        where: splitOf(split),
        exhibits: [rowTable('exhibit.contradicting-rows', worst.examples.flat().slice(0, 16))],
        points: { 'conflicting-labels': weight, 'label-noise': 1 },
        ...seenAs('conflicting-labels', { weight, shown }),
        ground: 'data/conflicts',
      }),
    )
  },
})
