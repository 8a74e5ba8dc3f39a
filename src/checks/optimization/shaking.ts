// Is the shaking of the step losses what batches of that size give?

import { positions } from '../../record/series.ts'
import { bins } from '../../signal/bins.ts'
import { noise } from '../../signal/noise.ts'
import { mannKendall } from '../../signal/trend.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, finest, hasNonFinite, quotient } from '../curves.ts'

export default defineCheck({
  name: 'shaking',
  group: 'optimization',
  needs: ['loss'],
  helps: [],
  limits: {
    points: 20, // losses of steps, at least
    relative: 0.03, // less shaking than this share of the level is calm
    heavy: 0.5, // more is not what batches give
    lag: 0.5, // neighbours that are so alike, or so opposed, are no noise of batches
    p: 0.05, // probability of the downward trend by chance, at most
  },
  examine({ loss }, limits) {
    const series = finest(loss, 'train')
    if (series?.axis !== 'step' || series.value.length < limits.points) return irrelevant('no-step-curve')
    if (hasNonFinite(series)) return irrelevant('not-finite')
    const shake = noise(series.value)
    const relative = quotient(shake.scale, Math.abs(ends(series.value).last))
    const trend = mannKendall(bins(positions(series), series.value, 200).mean)
    const values = { metric: series.name, relative, lag: shake.lag1, z: trend.z }
    // Batches are drawn anew: their noise is moderate, and one value says nothing of the next.
    if (relative < limits.relative || relative > limits.heavy || Math.abs(shake.lag1) > limits.lag)
      return clear(values, { 'batch-noise': 1 })
    const falls = trend.p < limits.p && trend.z < 0
    return found(
      finding({
        id: falls ? 'shaking-but-falling' : 'shaking',
        values,
        exhibits: [curveExhibit('loss', [series])],
        points: { 'batch-noise': falls ? 2.6 : 1.8, healthy: falls ? 1 : 0.2 },
        ground: 'loss/noise',
      }),
    )
  },
})
