// Would more rows help: does a simple model still grow better with each doubling?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, heldOutAbove } from '../data-beside.ts'

export default defineCheck({
  name: 'rows-enough',
  group: 'data',
  needs: ['learningCurve', 'run'],
  helps: ['parametersFact'],
  limits: {
    gain: 0.02, // rise of the score from half of the rows to all
    errors: 2, // and so many standard errors of it
    left: 0.05, // distance of the score from 1 below which there is nothing to gain
    each: 0.1, // rows a parameter of the network below which it can learn them by heart
  },
  examine({ learningCurve, run, parametersFact: parameters }, limits) {
    const [half, all] = learningCurve.slice(-2)
    if (!half || !all || all.rows <= half.rows) return irrelevant('few-data-rows')
    const gain = all.score - half.score
    const error = Math.hypot(all.error, half.error)
    const few = parameters !== undefined && all.rows < limits.each * parameters
    const values = {
      rows: all.rows,
      half: half.rows,
      gain,
      score: all.score,
      before: half.score,
      parameters: parameters ?? null,
    }
    const grows = gain > limits.gain && gain > limits.errors * error && 1 - all.score > limits.left
    if (!grows) return clear(values, { 'too-little-data': few ? 0 : 1 })
    const { weight } = beside(run, few ? 3.6 : 2.2, heldOutAbove)
    return found(
      finding({
        id: 'more-rows-help',
        values,
        exhibits: [
          {
            kind: 'table',
            title: 'exhibit.learning-curve',
            columns: ['rows', 'score', 'error'],
            rows: learningCurve.map((one) => [one.rows, one.score, one.error]),
          },
        ],
        points: { 'too-little-data': weight },
        ground: 'data/size',
      }),
    )
  },
})
