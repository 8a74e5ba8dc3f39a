// Does one feature decide nearly every prediction?

import type { Importance } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import type { Exhibit } from '../finding.ts'

export default defineCheck({
  name: 'deciding-feature',
  group: 'evaluation',
  needs: ['importance'],
  helps: ['telling'],
  limits: {
    features: 3, // features that there must be
    part: 0.75, // part of all losses by shuffling that falls on one feature
    score: 0.95, // a held-out score that is as good as certain
    alone: 0.92, // accuracy or R2 of the feature by itself
  },
  examine({ importance, telling }, limits) {
    const held = (importance.find((one) => one.split !== 'train') ?? importance[0])?.split
    const own = importance.filter((one) => one.split === held)
    if (held === undefined || own.length < limits.features) return irrelevant('few-features')
    const sorted = [...own].sort((a, b) => b.drop - a.drop)
    const total = own.reduce((sum, one) => sum + Math.max(0, one.drop), 0)
    const [best, second] = [sorted[0]!, sorted[1]!]
    const part = total > 0 ? Math.max(0, best.drop) / total : 0
    const alone = telling?.find((one) => one.column === best.feature)?.alone
    const values = {
      feature: best.feature,
      drop: best.drop,
      part,
      second: second.feature,
      next: second.drop,
      score: best.score,
      measure: best.measure,
      features: own.length,
      alone: alone ?? null,
    }
    const good = best.score >= limits.score
    if (part < limits.part || !good) return clear(values, { 'data-leakage': 0.4 })
    const certain = alone !== undefined && alone >= limits.alone
    return found(
      finding({
        id: 'one-feature-decides',
        values,
        ...(held === 'all' ? {} : { where: { split: held } }),
        exhibits: [bars(sorted)],
        points: { 'data-leakage': certain ? 3.4 : 2.2 },
        ground: 'predictions/deciding',
      }),
    )
  },
})

const SHOWN = 15

function bars(sorted: readonly Importance[]): Exhibit {
  return {
    kind: 'table',
    title: 'exhibit.importance',
    columns: ['feature', 'drop', 'error', 'Shapley', 'LIME'],
    rows: sorted
      .slice(0, SHOWN)
      .map((one) => [one.feature, one.drop, one.error, one.shapley ?? null, one.lime ?? null]),
  }
}
