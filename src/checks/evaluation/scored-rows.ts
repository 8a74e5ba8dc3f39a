// Are there enough held-out rows for the score to mean something?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import { mainMeasure, rowsOf, scoredSplits } from '../predicted.ts'

export default defineCheck({
  name: 'scored-rows',
  group: 'evaluation',
  needs: ['scores', 'predictions'],
  helps: [],
  limits: {
    accuracy: 0.16, // width of the interval of a share that still decides something
    r2: 0.35, // likewise of R2
    rows: 30, // rows below which the interval itself is a guess
  },
  examine({ scores, predictions }, limits) {
    const held = scoredSplits(scores).filter((one) => one.split !== 'train')
    if (held.length === 0) return irrelevant('no-held-out-predictions')
    const rows = (split: (typeof held)[number]['split']) => rowsOf(predictions, split)
    const one = held.reduce((a, b) => (rows(b.split) < rows(a.split) ? b : a))
    const { model, split } = one
    const width = model.high - model.low
    const values = {
      split,
      rows: rows(split),
      measure: model.measure,
      score: model.value,
      low: model.low,
      high: model.high,
    }
    const wide = width > (mainMeasure(scores) === 'r2' ? limits.r2 : limits.accuracy)
    const few = values.rows < limits.rows
    if (!few && !wide) return clear(values, { 'validation-set-too-small': 2.5 })
    return found(
      finding({
        id: few ? 'few-scored-rows' : 'score-uncertain',
        values,
        where: splitOf(split),
        points: { 'validation-set-too-small': few ? 4.8 : 1.8 },
        ...(few ? { sees: 'validation-set-too-small' as const } : {}),
        ground: 'data/held-out',
      }),
    )
  },
})
