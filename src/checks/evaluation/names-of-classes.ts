// Would another order of the class names make the predictions right?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import { confusionMatrix } from '../predicted.ts'

export default defineCheck({
  name: 'names-of-classes',
  group: 'evaluation',
  needs: ['confusion'],
  helps: ['predictions'],
  limits: {
    gain: 0.3, // accuracy that another order of the names adds
    renamed: 0.6, // and what it then must reach
    above: 0.5, // part of what lies above naming the largest class that it then must reach
    rows: 10, // rows a class, below which the best order fits by chance
  },
  examine({ confusion, predictions }, limits) {
    const one = confusion.reduce((a, b) => (b.renamed - b.accuracy > a.renamed - a.accuracy ? b : a), confusion[0]!)
    if (!one || one.classes.length < 2) return irrelevant('no-classes')
    const part = predictions?.find((own) => own.split === one.split)
    const rows = part ? part.rows - part.left : 0
    const values = { split: one.split, accuracy: one.accuracy, renamed: one.renamed, classes: one.classes.length }
    // a bad model of two classes is better turned round, and still knows nothing
    const guess = Math.max(...one.trueShare)
    const knows = one.renamed - guess > limits.above * (1 - guess)
    const fits = one.renamed - one.accuracy > limits.gain && one.renamed > limits.renamed && knows
    if (!fits || rows < limits.rows * one.classes.length) return clear(values, { 'misaligned-labels': 1 })
    return found(
      finding({
        id: 'classes-renamed',
        values,
        where: splitOf(one.split),
        exhibits: [confusionMatrix(one)],
        points: { 'misaligned-labels': 4.8, 'preprocessing-mismatch': 2.4, 'labels-out-of-range': 0.5, healthy: -4 },
        sees: 'misaligned-labels',
        ill: true,
        ground: 'predictions/names',
      }),
    )
  },
})
