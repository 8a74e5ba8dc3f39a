// Does the validation loss turn up, or stay behind, while the training loss goes on falling?

import { onset } from '../../signal/onset.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, ends, least, pair, span } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'gap-opens',
  group: 'reading',
  needs: ['loss', 'run'],
  helps: [],
  limits: {
    rise: 0.03,
    strongRise: 0.25,
    noiseUnits: 2.5,
    gap: 1.5,
    wideGap: 3,
    explosion: 3,
    way: 0.25,
    short: 6,
    long: 4,
    shortRise: 0.05,
    matters: 0.02,
    apart: 0.08,
  },
  examine({ loss, run }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    const { train, val } = both
    if (val.length < 2) return irrelevant('one-value')
    const best = least(val)
    const last = ends(val).last
    const turn = onset(val)
    const unit = Math.max(lossUnit(run, val), lossUnit(run, train))
    // A rise is held against the way the loss came down, so that a flicker at a tiny loss is no rise.
    const rise = (last - best.value) / Math.max(Math.abs(best.value), limits.way * (val[0]! - best.value), 1e-12)
    const fall = (train[best.index]! - ends(train).last) / Math.max(Math.abs(train[best.index]!), 1e-12)
    const ratio = last / Math.max(ends(train).last, 1e-12)
    const values = {
      metric: both.valSeries.name,
      axis: both.valSeries.axis,
      best: best.value,
      last,
      rise,
      at: both.x[best.index]!,
      ratio,
      train: ends(train).last,
    }
    const clearly = (turn?.z ?? 0) > limits.noiseUnits || (val.length < limits.short && rise > limits.shortRise)
    const rising =
      rise > limits.rise &&
      fall > 0 &&
      clearly &&
      best.index < val.length - 1 &&
      last - best.value > limits.matters * unit
    const apart = (last - ends(train).last) / unit
    const behind =
      ratio > limits.gap && apart > limits.apart && last > ends(train).last && ends(train).first >= ends(train).last
    const exploded = rise > limits.explosion && fall <= 0
    if (exploded || !(rising || behind))
      return clear(
        values,
        ratio > 0 && (ratio < 1.15 || apart < limits.matters) ? { overfitting: 1.5, 'too-little-data': 1 } : {},
      )
    // Overfitting lets validation come down first; where it rises from the first epoch on, other data are as likely.
    const never = rising && best.index === 0 && val.length >= limits.long && both.x[0]! <= 1
    const weight = never ? 1.8 : rising ? (rise > limits.strongRise ? 3.4 : 2.6) : Math.min(2.8, 0.8 + 5 * apart)
    return found(
      finding({
        id: rising ? 'reading/gap-opens' : 'reading/gap-open',
        values,
        where: { split: 'val', ...span(both.valSeries, best.index) },
        exhibits: [
          curveExhibit(
            'train and validation',
            [both.trainSeries, both.valSeries],
            [both.x[best.index]!, both.x.at(-1)!],
          ),
        ],
        points: {
          overfitting: weight,
          'too-little-data': weight - 0.6,
          'model-too-large': weight - 0.8,
          'too-little-regularization': weight - 0.9,
          'distribution-shift': never ? 2 : rising ? 0.4 : 0.8,
          'preprocessing-mismatch': never ? 1 : 0,
          healthy: -1.5,
          'validation-set-too-small': 0.5,
        },
        ground: 'loss/gap',
      }),
    )
  },
})
