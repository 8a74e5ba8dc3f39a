// Do models that never saw a row speak against its label?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, notWell, rowTable, seenAs } from '../data-beside.ts'

export default defineCheck({
  name: 'doubtful-labels',
  group: 'data',
  needs: ['suspiciousLabels', 'run'],
  helps: [],
  limits: {
    share: 0.03, // of the labels, from which they are noise
    some: 0.012, // of the labels, worth a word
    rows: 3, // labels, at least
    accuracy: 0.6, // where models foresee less, their doubts say little
    errors: 0.4, // part of the models' errors that are sure contradictions; of classes that overlap fewer are
  },
  examine({ suspiciousLabels, run }, limits) {
    const all = suspiciousLabels[0]
    if (!all || all.of === 0) return irrelevant('no-classes')
    const values = { rows: all.rows, of: all.of, share: all.share, accuracy: all.accuracy }
    if (all.accuracy < limits.accuracy) return irrelevant('models-foresee-little')
    const part = all.share / Math.max(1e-9, 1 - all.accuracy)
    if (all.share < limits.some || part < limits.errors || all.rows < limits.rows)
      return clear(values, { 'label-noise': 2.5 })
    const much = all.share >= limits.share
    const { weight, shown } = beside(run, much ? 5 : 2.6, notWell)
    const shownRows = all.ranked.slice(0, 20)
    return found(
      finding({
        id: much ? 'labels-doubted' : 'some-labels-doubted',
        values: { ...values, given: shownRows[0]?.given ?? '', likely: shownRows[0]?.likely ?? '' },
        exhibits: [
          rowTable(
            'exhibit.doubtful-labels',
            shownRows.map((one) => one.ref),
            shownRows.map((one) => [one.given, one.likely, one.confidence]),
            ['label', 'likely', 'p'],
          ),
        ],
        points: { 'label-noise': weight },
        ...(much ? seenAs('label-noise', { weight, shown }) : {}),
        ground: 'data/labels-doubted',
      }),
    )
  },
})
