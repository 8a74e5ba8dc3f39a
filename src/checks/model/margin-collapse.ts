// Does a metric-learning loss stand at its margin, or at ln 2 for a soft margin, as equal embeddings make it?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, finest } from '../curves.ts'

export default defineCheck({
  name: 'margin-collapse',
  group: 'model',
  needs: ['loss'],
  helps: ['lossFunctionFact'],
  limits: {
    near: 0.01, // distance from a usual margin, relative
    level: 0.02, // what the loss may move in its second half, relative
    points: 5, // values of the loss, at least
  },
  examine({ loss, lossFunctionFact }, limits) {
    const series = finest(loss, 'train')
    const triplet = /triplet|contrastive|margin|siamese/i.test(`${lossFunctionFact ?? ''} ${series?.name ?? ''}`)
    if (!series || !triplet) return irrelevant('no-margin-loss')
    if (series.value.length < limits.points) return irrelevant('few-values')
    const { last } = ends(series.value)
    const margin = MARGINS.find((one) => Math.abs(last - one) < limits.near * one)
    const half = ends(series.value.slice(-Math.ceil(series.value.length / 2)))
    if (margin === undefined || !(Math.abs(half.first - last) < limits.level * last))
      return clear({ metric: series.name, last }, { 'collapsed-output': 1.5 })
    return found(
      finding({
        id: 'margin-collapse',
        values: { metric: series.name, last, margin },
        exhibits: [curveExhibit('loss', [series])],
        points: { 'collapsed-output': 4.6, 'learning-rate-too-high': 1.8 },
        ill: true,
        ground: 'loss/level',
      }),
    )
  },
})

/** Margins that people set, and ln 2, where a soft margin of 0 stands. */
const MARGINS = [1, 0.5, 0.3, 0.2, 0.1, Math.LN2]
