// Does the training loss fall, and then lose again what it had gained?

import { positions, type Series } from '../../record/series.ts'
import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, hasNonFinite, least, main, span } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'relapse',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: [],
  limits: {
    points: 6, // values of the training loss, at least
    fallen: 0.15, // the fall that can be lost, as a share of what guessing costs or of the first loss
    rise: 0.2, // the rise after it, as such a share
    relative: 0.3, // the rise as a share of the best loss
  },
  examine({ loss, run }, limits) {
    const series = main(loss, 'train')
    if (series?.axis !== 'epoch') return irrelevant('no-epoch-curve')
    if (series.value.length < limits.points) return irrelevant('few-values')
    if (hasNonFinite(series)) return irrelevant('not-finite')
    const unit = lossUnit(run, series.value)
    const best = bestBeforeRise(series)
    const values = {
      metric: series.name,
      axis: series.axis,
      at: positions(series)[best.index]!,
      best: best.value,
      peak: best.peak,
    }
    const fell = series.value[0]! - best.value > limits.fallen * unit
    const rise = best.peak - best.value
    if (!fell || rise < limits.rise * unit || rise < limits.relative * best.value) return clear(values, {})
    return found(
      finding({
        id: 'relapse',
        values,
        where: span(series, best.index),
        exhibits: [curveExhibit('loss', [series])],
        points: {
          'learning-rate-too-high': 3,
          'exploding-gradients': 2,
          'numeric-overflow': 0.5,
          outliers: 0.5,
          healthy: -2,
        },
        ground: 'loss/rise',
      }),
    )
  },
})

/** The lowest value, and the highest level after it that three neighbouring values share, so that one spike is no relapse. */
function bestBeforeRise({ value }: Series): { value: number; index: number; peak: number } {
  let found = { ...least(value.slice(0, 3)), peak: Number.NEGATIVE_INFINITY }
  let low = found
  for (let i = 1; i + 1 < value.length; i += 1) {
    if (value[i]! < low.value) low = { value: value[i]!, index: i, peak: low.peak }
    const level = median(value.slice(i - 1, i + 2))
    if (low.index < i && level - low.value > found.peak - found.value) found = { ...low, peak: level }
  }
  return found
}
