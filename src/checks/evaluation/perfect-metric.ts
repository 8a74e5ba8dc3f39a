// Does a metric stand at a value that it cannot help: top-k at 1 with K <= k, 0 in regression, (K-1)/K with one-hot targets?

import type { RunRecord } from '../../record/run.ts'
import type { Series } from '../../record/series.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, main } from '../curves.ts'
import { classCount, lossKind } from '../task.ts'

export default defineCheck({
  name: 'perfect-metric',
  group: 'evaluation',
  needs: ['run'],
  helps: ['loss'],
  limits: { full: 0.9999, none: 0.02, near: 0.004, impossible: 0.1, hardly: 0.2 },
  examine({ run, loss }, limits) {
    const scores = run.series.filter((series) => series.metric === 'accuracy' || series.metric === 'top-k-accuracy')
    if (scores.length === 0) return irrelevant('no-accuracy')
    for (const series of scores) {
      const own = main(loss, series.split)?.value ?? []
      if (Array.from(own).some((one) => !Number.isFinite(one))) continue
      const lossLevel = ends(own).last
      const odd = oddity(series, run, lossLevel, limits)
      if (odd)
        return found(
          finding({
            id: odd.id,
            values: {
              metric: series.name,
              level: ends(asShare(series)).last,
              loss: Number.isFinite(lossLevel) ? lossLevel : null,
            },
            where: { split: series.split },
            points: { 'wrong-metric': odd.weight, healthy: -0.5, overfitting: -0.5 },
            ground: 'metric/fit',
          }),
        )
    }
    return clear({ metric: scores[0]!.name }, { 'wrong-metric': 1 })
  },
})

function oddity(
  series: Series,
  run: RunRecord,
  loss: number,
  limits: { full: number; none: number; near: number; impossible: number; hardly: number },
): { id: string; weight: number } | undefined {
  const shares = asShare(series).filter(Number.isFinite)
  if (shares.length === 0) return undefined
  const level = ends(shares).last
  const low = shares.reduce((a, b) => Math.min(a, b))
  if (series.metric === 'top-k-accuracy')
    return low > limits.full && loss > 0.02 ? { id: 'top-k-always-one', weight: 5.8 } : undefined
  const kind = lossKind(run)
  if (kind === 'regression') return { id: 'accuracy-in-regression', weight: level < limits.none ? 5 : 3.5 }
  const classes = classCount(run)
  if (
    kind === 'binary-cross-entropy' &&
    classes &&
    classes > 2 &&
    Math.abs(shares[0]! - (classes - 1) / classes) < limits.near * 4
  )
    return { id: 'binary-accuracy-one-hot', weight: 4.5 }
  // A wrong answer costs at least ln 2, so a mean cross-entropy L leaves at most L / ln 2 of the answers wrong.
  const floor = 1 - loss / Math.LN2
  const known = kind === 'cross-entropy' || kind === 'binary-cross-entropy'
  if (loss > 0 && level < floor - limits.impossible && kind !== 'other' && (known || level < limits.hardly))
    return { id: 'accuracy-below-floor', weight: 4 }
  return undefined
}
