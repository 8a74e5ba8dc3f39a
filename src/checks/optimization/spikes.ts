// Are there single values far above their surroundings?

import { positions, type Series } from '../../record/series.ts'
import { logOrLinear } from '../../signal/column.ts'
import { spikes } from '../../signal/spikes.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { closeUps } from '../condense.ts'
import { curveExhibit, whole } from '../curves.ts'

export default defineCheck({
  name: 'spikes',
  group: 'optimization',
  needs: ['loss'],
  helps: [],
  limits: {
    points: 20, // values of the loss, at least
    z: 8, // height over the surroundings, in units of the noise
    rare: 0.05, // share of the values up to which single examples explain them
  },
  examine({ loss }, limits) {
    const series = whole(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const list = closeUps(series).flatMap((part) => above(part, limits.z))
    if (list.length === 0)
      return clear({ metric: series.name, points: series.value.length }, { outliers: 0.8, 'exploding-gradients': 0.4 })
    const worst = list.reduce((a, b) => (b.z > a.z ? b : a))
    const values = {
      metric: series.name,
      axis: series.axis,
      count: list.length,
      at: worst.at,
      value: worst.value,
      usual: worst.usual,
      times: worst.value / worst.usual,
    }
    const rare = list.length / series.value.length < limits.rare
    return found(
      finding({
        id: 'spikes',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: {
          'exploding-gradients': rare ? 1.8 : 1.2,
          outliers: rare ? 1.9 : 0.8,
          'learning-rate-too-high': 1.5,
          'batch-noise': 0.3,
          healthy: -0.6,
        },
        ground: 'loss/spikes',
      }),
    )
  },
})

/** Values before a value that it is held against. */
const WINDOW = 32

/** Spikes of one stretch, in the curve's own units: on logarithms where all values are positive. */
function above(part: Series, least: number) {
  const { y, log } = logOrLinear(part.value)
  const x = positions(part)
  const back = (value: number) => (log ? Math.exp(value) : value)
  return spikes(y, WINDOW, least).map((one) => ({
    at: x[one.index]!,
    z: one.z,
    value: back(one.value),
    usual: back(one.baseline),
  }))
}
