// Does the loss swing with a steady period that is no epoch?

import { period } from '../../signal/period.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, epochsOf, finest, hasNonFinite } from '../curves.ts'

export default defineCheck({
  name: 'pendulum',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['stepsPerEpochFact'],
  limits: {
    points: 30, // values of the loss, at least
    strength: 0.6, // autocorrelation at the period, at least
    shortest: 4, // a shorter period is noise
    whole: 0.1, // a period so near a whole number of epochs is that of the data
  },
  examine({ loss, run, stepsPerEpochFact }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    if (hasNonFinite(series)) return irrelevant('not-finite')
    const beat = period(series.value, { min: limits.shortest, max: Math.floor(series.value.length / 3) })
    const values = { metric: series.name, lag: beat?.lag ?? null, strength: beat?.strength ?? 0 }
    const epoch = epochLength(epochsOf(series, run)) ?? stepsPerEpochFact
    const epochs = beat && epoch !== undefined ? beat.lag / epoch : Number.NaN
    const isEpoch = Math.abs(epochs - Math.round(epochs)) < limits.whole
    if (!beat || beat.strength < limits.strength || isEpoch) return clear(values, { 'gradients-not-cleared': 1.5 })
    return found(
      finding({
        id: 'pendulum',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: {
          'gradients-not-cleared': 3.4,
          'learning-rate-too-high': 1.5,
          'unshuffled-data': epoch === undefined ? 1.5 : 0.3,
          healthy: -1,
        },
        ground: 'loss/period',
      }),
    )
  },
})

/** Points of the second epoch, where there are more than one; the first may have begun before the record. */
function epochLength(epochs: Float64Array | undefined): number | undefined {
  const borders = Array.from(epochs ?? []).flatMap((one, i, all) => (i > 0 && one !== all[i - 1] ? [i] : []))
  const length = borders.length >= 2 ? borders[1]! - borders[0]! : 1
  return length > 1 ? length : undefined
}
