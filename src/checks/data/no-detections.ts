// Are all detection metrics zero, as they are where no label was found?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'

export default defineCheck({
  name: 'no-detections',
  group: 'data',
  needs: ['metrics'],
  helps: [],
  limits: {
    points: 1, // values of each metric, at least
    metrics: 2, // detection metrics that must all be 0, at least
  },
  examine({ metrics }, limits) {
    const watched = metrics.filter((series) => ['map', 'precision', 'recall', 'iou'].includes(series.metric))
    if (watched.length < limits.metrics) return irrelevant('no-detection')
    const zero = watched.every(
      (series) => series.value.length >= limits.points && series.value.every((one) => one === 0 || Number.isNaN(one)),
    )
    const values = { metrics: watched.map((series) => series.name).join(', ') }
    if (!zero) return clear(values, { 'no-targets-found': 3 })
    return found(
      finding({
        id: 'no-detections',
        values,
        points: { 'no-targets-found': 3.2, 'labels-out-of-range': 0.8, 'too-few-epochs': 0.8, 'numeric-overflow': 0.4 },
        ground: 'metric/zero',
      }),
    )
  },
})
