// Do the rows of the file stand in the order of their labels?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, seenAs, splitOf, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'rows-in-order',
  group: 'data',
  needs: ['rowOrder', 'run'],
  helps: ['order', 'shuffledFact'],
  limits: {
    longer: 5, // mean run of equal labels over what a shuffled order gives
    drift: 0.8, // rank correlation of a quantity with its place
  },
  examine({ rowOrder, run, order, shuffledFact }, limits) {
    // the order that really reached the network was seen
    if (order || shuffledFact === true) return irrelevant('watched')
    const worst = [...rowOrder].sort(
      (a, b) => b.labelRun / b.expectedRun - a.labelRun / a.expectedRun || Math.abs(b.drift) - Math.abs(a.drift),
    )[0]
    if (!worst) return irrelevant('no-label-column')
    const { split, labelRun, expectedRun, drift } = worst
    const values = { split, labelRun, expectedRun, drift }
    const sorted = labelRun > limits.longer * expectedRun
    if (!sorted && Math.abs(drift) < limits.drift) return clear(values, { 'unshuffled-data': 1 })
    // most loaders shuffle: in a table alone it is a note
    const { weight, shown, judged } = beside(run, 1.6, suffers)
    const trained = judged && shown
    return found(
      finding({
        id: sorted ? 'rows-sorted-by-label' : 'rows-drift-with-label',
        values,
        where: splitOf(split),
        points: { 'unshuffled-data': trained ? weight + 1.5 : weight },
        ...(trained ? seenAs('unshuffled-data', { weight: weight + 1.5, shown }) : {}),
        ground: 'data/order',
      }),
    )
  },
})
