// Does the validation loss turn up, or stay behind, while the training loss goes on falling?

import { onset } from '../../signal/onset.ts'
import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { curveExhibit, ends, least, pair, span } from '../curves.ts'

export default defineCheck({
  name: 'gap-opens',
  group: 'reading',
  needs: ['loss'],
  helps: ['examplesTrainFact', 'parametersFact'],
  limits: { rise: 0.03, strongRise: 0.25, noiseUnits: 2.5, gap: 1.5, wideGap: 3, trainFall: 0.1, explosion: 3 },
  examine({ loss }, limits) {
    const both = pair(loss)
    if (!both) return unasked(['loss'])
    const { train, val } = both
    if (val.length < 2) return irrelevant('one-value')
    const best = least(val)
    const last = ends(val).last
    const turn = onset(val)
    const rise = (last - best.value) / Math.max(Math.abs(best.value), 1e-12)
    const fall = (train[best.index]! - ends(train).last) / Math.max(Math.abs(train[best.index]!), 1e-12)
    const ratio = last / Math.max(ends(train).last, 1e-12)
    const values = {
      metric: both.valSeries.name,
      best: best.value,
      last,
      rise,
      at: both.x[best.index]!,
      ratio,
      train: ends(train).last,
    }
    const rising = rise > limits.rise && fall > 0 && (turn?.z ?? 0) > limits.noiseUnits && best.index < val.length - 1
    const behind =
      ratio > limits.gap && ends(train).first > ends(train).last * (1 + limits.trainFall) && last > ends(train).last
    const exploded = rise > limits.explosion && fall <= 0
    if (exploded || !(rising || behind))
      return clear(values, ratio > 0 && ratio < 1.15 ? { overfitting: 1.5, 'too-little-data': 1 } : {})
    const weight = rising ? (rise > limits.strongRise ? 3.4 : 2.6) : ratio > limits.wideGap ? 2.4 : 1.6
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
          'distribution-shift': rising ? 0.4 : 0.8,
          healthy: -1.5,
          'validation-set-too-small': 0.5,
        },
        ground: 'loss/gap',
      }),
    )
  },
})
