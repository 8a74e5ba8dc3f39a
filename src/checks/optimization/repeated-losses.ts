// Do the batch losses of one epoch repeat those of the epoch before, number by number?

import { repeats } from '../../signal/constant.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, finest } from '../curves.ts'

export default defineCheck({
  name: 'repeated-losses',
  group: 'optimization',
  needs: ['loss'],
  helps: [],
  limits: {
    share: 0.5, // part of the losses that must repeat
    points: 6, // losses of batches, at least
  },
  examine({ loss }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points || !series.epoch.every(Number.isFinite))
      return irrelevant('no-epochs-and-steps')
    const epochs = series.epoch.map(Math.floor)
    if (new Set(epochs).size < 2 || new Set(epochs).size === epochs.length) return irrelevant('no-epochs-and-steps')
    const share = repeats(series.value, epochs)
    const values = { metric: series.name, share }
    if (share < limits.share || new Set(series.value).size < 3) return clear(values, { 'weights-not-updated': 1.5 })
    return found(
      finding({
        id: 'repeated-losses',
        values,
        exhibits: [curveExhibit('batch-loss', [series])],
        points: { 'weights-not-updated': 7, 'learning-rate-too-low': 1.5, healthy: -4 },
        ground: 'loss/repeats',
      }),
    )
  },
})
