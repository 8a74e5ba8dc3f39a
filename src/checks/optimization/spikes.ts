// Are there single values far above their surroundings?

import { positions } from '../../record/series.ts'
import { logOrLinear } from '../../signal/column.ts'
import { spikes } from '../../signal/spikes.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, finest } from '../curves.ts'

export default defineCheck({
  name: 'spikes',
  group: 'optimization',
  needs: ['loss'],
  helps: [],
  limits: { points: 20, z: 8, rare: 0.05 },
  examine({ loss }, limits) {
    const series = finest(loss, 'train')
    if (!series || series.value.length < limits.points) return irrelevant('few-values')
    const { y, log } = logOrLinear(series.value)
    const list = spikes(y).filter((one) => one.value > one.baseline && one.z >= limits.z)
    const back = (value: number) => (log ? Math.exp(value) : value)
    if (list.length === 0)
      return clear({ metric: series.name, points: series.value.length }, { outliers: 0.8, 'exploding-gradients': 0.4 })
    const worst = list.reduce((a, b) => (b.z > a.z ? b : a))
    const x = positions(series)
    const values = {
      metric: series.name,
      count: list.length,
      at: x[worst.index]!,
      value: back(worst.value),
      usual: back(worst.baseline),
      times: back(worst.value) / back(worst.baseline),
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
