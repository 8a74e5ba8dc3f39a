// Do whole-number labels count 0 to K - 1, as a cross-entropy takes them?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, seenAs, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'class-numbers',
  group: 'data',
  needs: ['labels', 'profile', 'run'],
  helps: ['outputUnitsFact'],
  limits: {
    classes: 3, // fewer are often -1 and 1, or 1 and 2, on purpose
  },
  examine({ labels, profile, run, outputUnitsFact: units }, limits) {
    const column = profile.find((one) => one.role === 'label')
    if (!column || (column.kind !== 'integer' && column.kind !== 'number')) return irrelevant('no-class-numbers')
    const numbers = [...new Set(labels.map((one) => Number(one.label)))].sort((a, b) => a - b)
    if (numbers.length < limits.classes || !numbers.every(Number.isInteger)) return irrelevant('no-class-numbers')
    const [low, high] = [numbers[0]!, numbers.at(-1)!]
    const beyond = units !== undefined && units > 1 && high >= units
    const values = { low, high, classes: numbers.length, units: units ?? null }
    const whole = low === 0 && high === numbers.length - 1
    if (whole && !beyond) return clear(values, { 'labels-out-of-range': 2 })
    const gaps = high - low + 1 > numbers.length
    const { weight, shown } = beside(run, low < 0 || beyond ? 4.8 : gaps ? 2.6 : 1.4, suffers)
    return found(
      finding({
        id: beyond
          ? 'class-beyond-units'
          : low < 0
            ? 'class-below-zero'
            : gaps
              ? 'class-numbers-gap'
              : 'class-numbers-from-one',
        values,
        points: { 'labels-out-of-range': weight },
        ...(beyond ? seenAs('labels-out-of-range', { weight, shown }) : {}),
        ground: 'data/class-numbers',
      }),
    )
  },
})
