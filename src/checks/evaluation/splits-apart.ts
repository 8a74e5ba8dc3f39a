// Is one held-out set far worse than another, or than training, though the loss there is at its floor?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { shareAtEnd } from '../curves.ts'

export default defineCheck({
  name: 'splits-apart',
  group: 'evaluation',
  needs: ['accuracy'],
  helps: [],
  limits: {
    good: 0.9, // the better set must reach this accuracy
    gap: 0.25, // distance of the two sets, at least
  },
  examine({ accuracy }, limits) {
    const held = accuracy
      .filter((series) => series.split !== 'train')
      .map((series) => ({ series, level: shareAtEnd(series)! }))
      .sort((a, b) => b.level - a.level)
    if (held.length < 2) return irrelevant('one-held-out')
    const [best, worst] = [held[0]!, held.at(-1)!]
    const values = { best: best.level, worst: worst.level, metric: best.series.name, other: worst.series.name }
    if (best.level < limits.good || best.level - worst.level < limits.gap)
      return clear(values, { 'distribution-shift': 1 })
    return found(
      finding({
        id: 'splits-apart',
        values,
        where: { split: worst.series.split },
        points: { 'distribution-shift': 3.6, 'preprocessing-mismatch': 2.6, overfitting: 1.4, 'data-leakage': 1 },
        ground: 'accuracy/splits',
      }),
    )
  },
})
