// Are the curves still falling where the run ends?

import { positions } from '../../record/series.ts'
import { powerLaw, predict } from '../../signal/power-law.ts'
import { theilSen } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, ends, heldOut, main, pair } from '../curves.ts'

export default defineCheck({
  name: 'still-learning',
  group: 'reading',
  needs: ['loss'],
  helps: ['accuracy', 'epochsFact'],
  limits: { points: 4, tail: 0.4, gain: 0.08, reached: 0.97 },
  examine({ loss, accuracy, epochsFact }, limits) {
    const train = main(loss, 'train')
    if (!train || train.value.length < limits.points) return irrelevant('few-values')
    const judged = pair(loss)?.val.length === train.value.length ? (heldOut(loss) ?? train) : train
    const x = positions(train)
    const from = Math.floor(train.value.length * (1 - limits.tail))
    const slope = theilSen(x.slice(from), train.value.slice(from))
    const valTail = theilSen(
      positions(judged).slice(-Math.max(3, Math.floor(judged.value.length * limits.tail))),
      judged.value.slice(-Math.max(3, Math.floor(judged.value.length * limits.tail))),
    )
    const fit = powerLaw(
      x.map((one) => one - x[0]! + 1),
      train.value,
    )
    const last = ends(train.value).last
    const span = x.at(-1)! - x[0]! + 1
    const ahead = fit ? predict(fit, span * 2) : last + slope.slope * span * 0.5
    const gain = (last - ahead) / Math.max(Math.abs(last), 1e-12)
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const values = { metric: train.name, last, ahead, gain, reached: reached ?? null, epochs: train.value.length }
    const falling = slope.high < 0 && valTail.slope < 0
    if (!falling || gain < limits.gain) return clear(values, { 'too-few-epochs': 1.5, 'learning-rate-too-low': 0.8 })
    const unfinished = epochsFact !== undefined && train.axis === 'epoch' && x.at(-1)! < epochsFact * 0.9
    const poor = reached !== undefined && reached < limits.reached
    return found(
      finding({
        id: 'reading/still-learning',
        values,
        exhibits: [curveExhibit('loss', [train, judged === train ? undefined : judged])],
        points: {
          'too-few-epochs': (unfinished ? 0.6 : 1.4) + (poor && reached < 0.8 ? 0.6 : 0),
          'learning-rate-too-low': poor && reached < 0.6 ? 1.2 : 0.5,
          healthy: 1.2,
          'learning-rate-too-high': -0.5,
        },
        ground: 'loss/end',
      }),
    )
  },
})
