// Does a metric stand at a value that it cannot help: top-k at 1 with K <= k, 0 in regression, (K-1)/K with one-hot targets?

import type { RunRecord } from '../../record/run.ts'
import type { Series } from '../../record/series.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, hasNonFinite, main, shareAtEnd } from '../curves.ts'
import { classCount, isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'perfect-metric',
  group: 'evaluation',
  needs: ['run'],
  helps: ['loss'],
  limits: {
    full: 0.9999, // an accuracy above it is 1
    none: 0.02, // an accuracy below it is 0
    near: 0.016, // distance from the share of zeros in one-hot targets
    impossible: 0.1, // distance below what such a loss allows at least
    hardly: 0.2, // an accuracy below it, of a loss of unknown kind, is judged as a cross-entropy
    learnt: 0.02, // a loss above it has something left to learn, so 1 cannot be
  },
  examine({ run, loss }, limits) {
    const scores = run.series.filter((series) => series.metric === 'accuracy' || series.metric === 'top-k-accuracy')
    if (scores.length === 0) return irrelevant('no-accuracy')
    for (const series of scores) {
      const own = main(loss, series.split)
      if (own && hasNonFinite(own)) continue
      const cost = own ? costBeside(series, own) : Number.NaN
      const odd = oddity(series, run, cost, limits)
      if (odd)
        return found(
          finding({
            id: odd.id,
            values: { metric: series.name, level: shareAtEnd(series)!, loss: own ? cost : null },
            where: { split: series.split },
            points: { 'wrong-metric': odd.weight, healthy: -0.5, overfitting: -0.5 },
            ground: 'metric/fit',
          }),
        )
    }
    return clear({ metric: scores[0]!.name }, { 'wrong-metric': 1 })
  },
})

/** The loss at the end of a score; of one that was sampled at single batches, up to the last of them. */
function costBeside(score: Series, loss: Series): number {
  const last = score.step.at(-1)
  if (score.mean !== 'batch' || score.axis !== 'step' || loss.axis !== 'step' || last === undefined)
    return meanAtEnd(loss.value)
  return meanAtEnd(loss.value.filter((_, i) => (loss.step[i] ?? 0) <= last))
}

/** The mean of the last tenth: what a loss costs at least holds of means, and of batches of one the median is far below. */
function meanAtEnd(values: Float64Array): number {
  const list = values.filter(Number.isFinite)
  const tail = list.subarray(-Math.max(1, Math.round(list.length / 10)))
  return tail.reduce((sum, one) => sum + one, 0) / tail.length
}

interface Odd {
  readonly id: string
  readonly weight: number
}
type Bounds = Readonly<Record<'full' | 'none' | 'near' | 'impossible' | 'hardly' | 'learnt', number>>

/** What is odd about a score beside its loss at the end (NaN where none is known). */
function oddity(series: Series, run: RunRecord, loss: number, limits: Bounds): Odd | undefined {
  const shares = asShare(series).filter(Number.isFinite)
  if (shares.length === 0) return undefined
  const level = ends(shares).last
  if (series.metric === 'top-k-accuracy')
    return shares.every((one) => one > limits.full) && loss > limits.learnt
      ? { id: 'top-k-always-one', weight: 5.8 }
      : undefined
  const kind = lossKind(run)
  if (kind === 'regression') return { id: 'accuracy-in-regression', weight: level < limits.none ? 5 : 3.5 }
  const classes = classCount(run) ?? 0
  const zeros = (classes - 1) / classes
  if (kind === 'binary-cross-entropy' && classes > 2 && Math.abs(shares[0]! - zeros) < limits.near)
    return { id: 'binary-accuracy-one-hot', weight: 4.5 }
  // A wrong answer costs at least ln 2, so a mean cross-entropy L leaves at most L / ln 2 of the answers wrong.
  const floor = 1 - loss / Math.LN2
  const likely = isCrossEntropy(kind) || (kind === undefined && level < limits.hardly)
  return likely && loss > 0 && level < floor - limits.impossible ? { id: 'accuracy-below-floor', weight: 4 } : undefined
}
