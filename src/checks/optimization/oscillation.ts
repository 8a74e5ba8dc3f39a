// Does the training loss swing more from epoch to epoch than it falls?

import { logOrLinear } from '../../signal/column.ts'
import { noise } from '../../signal/noise.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, main, quotient } from '../curves.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'oscillation',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'batchSizeFact'],
  limits: {
    points: 6, // values of the loss or accuracy, at least
    relative: 0.12, // swing of the loss, relative to its level
    strong: 0.3, // from here on it is strong
    swing: 0.05, // swing of the accuracy
    strongSwing: 0.1, // from here on it is strong
    small: 4, // a batch up to this size explains it
    matters: 0.02, // a swing below this share of the cost of guessing, or of the first loss, is none
  },
  examine({ loss, run, accuracy, batchSizeFact }, limits) {
    const series = main(loss, 'train')
    if (series?.axis !== 'epoch') return irrelevant('no-epoch-curve')
    if (series.value.length < limits.points) return irrelevant('few-values')
    const { scale } = noise(series.value)
    // A steep smooth fall looks rough on one scale or the other, never on both.
    const { y, log } = logOrLinear(series.value)
    const linear = quotient(scale, Math.abs(ends(series.value).last))
    const relative = log ? Math.min(linear, noise(y).scale) : linear
    const score = main(accuracy, 'train')
    const swing = score && score.value.length >= limits.points ? noise(asShare(score)).scale : 0
    const values = { metric: series.name, relative, swing, epochs: series.value.length }
    const seen = relative > limits.relative && scale > limits.matters * lossUnit(run, series.value)
    if (!seen && swing < limits.swing)
      return clear(values, { 'gradients-not-cleared': 1, 'learning-rate-too-high': 0.8 })
    const strong = relative > limits.strong || swing > limits.strongSwing
    return found(
      finding({
        id: 'oscillation',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: {
          'learning-rate-too-high': strong ? 2.8 : 2,
          'batch-too-small': batchSizeFact !== undefined && batchSizeFact <= limits.small ? 3 : 1.2,
          'gradients-not-cleared': 1.2,
          'unshuffled-data': 0.8,
          'exploding-gradients': 1,
          'batch-noise': 0.6,
          healthy: -1.2,
        },
        ground: 'loss/swing',
      }),
    )
  },
})
