// Does the loss swing with a steady period that is no epoch?

import { period } from '../../signal/period.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, epochsOf, finest } from '../curves.ts'

export default defineCheck({
  name: 'pendulum',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['stepsPerEpochFact'],
  limits: { points: 30, strength: 0.6, shortest: 4 },
  examine({ loss, run, stepsPerEpochFact }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    if (series.value.some((one) => !Number.isFinite(one))) return irrelevant('not-finite')
    const beat = period(series.value, { min: limits.shortest, max: Math.floor(series.value.length / 3) })
    const values = { metric: series.name, lag: beat?.lag ?? null, strength: beat?.strength ?? 0 }
    const epoch = epochLength(epochsOf(series, run)) ?? stepsPerEpochFact
    const isEpoch = beat && epoch !== undefined && Math.abs(beat.lag / epoch - Math.round(beat.lag / epoch)) < 0.1
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

/** Points an epoch, where every epoch has the same number. */
function epochLength(whole: Float64Array | undefined): number | undefined {
  if (!whole) return undefined
  const changes = Array.from(whole).flatMap((one, i) => (i > 0 && one !== whole[i - 1] ? [i] : []))
  const length = changes.length >= 2 ? changes[1]! - changes[0]! : 1
  return length > 1 ? length : undefined
}
