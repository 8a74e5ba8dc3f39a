// Do a few examples carry most of the loss?

import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import type { Exhibit } from '../finding.ts'
import { lossValues, symptomOf } from '../symptoms.ts'
import { classifies } from '../task.ts'

export default defineCheck({
  name: 'example-losses',
  group: 'data',
  needs: ['exampleLoss', 'run'],
  helps: [],
  limits: {
    examples: 100, // single losses that must be known
    top: 0.01, // the worst share of examples that is looked at
    carried: 0.3, // of the loss from which its tail is heavy, carried by the worst
    times: 50, // the worst loss against the usual one
  },
  examine({ exampleLoss, run }, limits) {
    const list = exampleLoss.filter((one) => one.split === 'train' && one.loss >= 0 && Number.isFinite(one.loss))
    if (list.length < limits.examples) return irrelevant('few-examples')
    const losses = list.map((one) => one.loss).sort((a, b) => b - a)
    const total = losses.reduce((sum, one) => sum + one, 0)
    const count = Math.ceil(limits.top * losses.length)
    const carried = quotient(
      losses.slice(0, count).reduce((sum, one) => sum + one, 0),
      total,
    )
    const usual = median(losses)
    const symptom = symptomOf(run)
    const values = { carried, count, examples: losses.length, worst: losses[0]!, usual, ...lossValues(symptom) }
    const heavy = carried > limits.carried && losses[0]! > limits.times * usual
    if (!heavy) return clear(values, { outliers: 2 })
    // A classifier that has learnt leaves its loss to the few that it gets wrong.
    if (classifies(run) && symptom.grade === 0) return clear(values)
    return found(
      finding({
        id: 'few-carry-the-loss',
        values,
        where: { split: 'train' },
        exhibits: [histogram(losses)],
        points: classifies(run) ? { outliers: 1.6, 'label-noise': 1.6 } : { outliers: symptom.grade === 0 ? 3 : 4.6 },
        ground: 'examples/loss',
      }),
    )
  },
})

/** Counts of the losses in decades. */
function histogram(losses: readonly number[]): Exhibit {
  const decades = losses.map((one) => Math.floor(Math.log10(Math.max(one, 1e-6))))
  const low = Math.min(...decades)
  const counts = Array.from({ length: Math.max(...decades) - low + 1 }, () => 0)
  for (const one of decades) counts[one - low]! += 1
  return {
    kind: 'histogram',
    title: 'exhibit.example-losses',
    edges: [...counts, 0].map((_, i) => 10 ** (low + i)),
    counts,
  }
}
