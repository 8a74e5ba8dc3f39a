// Does the validation loss of one epoch equal the training loss of the next, as a lagging epoch mean makes it?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, pair } from '../curves.ts'

export default defineCheck({
  name: 'lagging-mean',
  group: 'evaluation',
  needs: ['loss'],
  helps: [],
  limits: { points: 4, near: 0.02, share: 0.6, fallen: 0.15 },
  examine({ loss }, limits) {
    const both = pair(loss)
    if (both?.valSeries.axis !== 'epoch') return irrelevant('no-held-out-loss')
    const { train, val } = both
    if (val.length < limits.points) return irrelevant('few-values')
    let near = 0
    for (let i = 0; i + 1 < val.length; i += 1)
      if (Math.abs(train[i + 1]! - val[i]!) < limits.near * Math.abs(val[i]!) && val[i]! < train[i]!) near += 1
    const share = near / (val.length - 1)
    const values = { share, metric: both.valSeries.name, train: both.trainSeries.name }
    const falls = ends(train).last < (1 - limits.fallen) * ends(train).first
    if (share < limits.share || !falls) return clear(values)
    return found(
      finding({
        id: 'lagging-mean',
        values,
        points: { 'evaluation-asymmetry': 2.5, healthy: 0.5 },
        ground: 'loss/below',
      }),
    )
  },
})
