// Does the validation loss of one epoch equal the training loss of the next, as a lagging epoch mean makes it?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, type Pair, pair } from '../curves.ts'

export default defineCheck({
  name: 'lagging-mean',
  group: 'evaluation',
  needs: ['loss'],
  helps: [],
  limits: {
    points: 4, // values of both losses, at least
    near: 0.02, // distance of the two values, relative, that is the same value
    share: 0.6, // part of the epochs in which they must agree
    fallen: 0.15, // share by which the loss must have fallen, or all values agree
  },
  examine({ loss }, limits) {
    const both = pair(loss)
    if (both?.valSeries.axis !== 'epoch') return irrelevant('no-held-out-loss')
    if (both.val.length < limits.points) return irrelevant('few-values')
    const share = lagging(both, limits.near) / (both.val.length - 1)
    const values = { share, metric: both.valSeries.name, train: both.trainSeries.name }
    const { first, last } = ends(both.train)
    if (share < limits.share || !(last < (1 - limits.fallen) * first)) return clear(values)
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

/** The number of epochs whose validation loss is below their own training loss and near that of the next. */
function lagging({ train, val }: Pair, near: number): number {
  const next = train.subarray(1)
  return next.filter((one, i) => Math.abs(one - val[i]!) < near * Math.abs(val[i]!) && val[i]! < train[i]!).length
}
