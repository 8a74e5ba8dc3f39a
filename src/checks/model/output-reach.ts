// Can the output activation of a regression reach the targets that pass by?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { graded, symptomOf } from '../symptoms.ts'

export default defineCheck({
  name: 'output-reach',
  group: 'model',
  needs: ['lossCalls', 'targets', 'run'],
  helps: [],
  limits: {
    beyond: 0.01, // share of the range of the targets that may lie outside
  },
  examine({ lossCalls, targets, run }, limits) {
    const call = lossCalls.find((one) => one.trains && REGRESSION.has(one.loss))
    const list = targets.filter((one) => one.type !== 'boolean' && one.nonFinite === 0)
    if (!call || list.length === 0) return irrelevant('no-regression')
    const [low, high] = REACH[call.inputFrom] ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    const [min, max] = [Math.min(...list.map((one) => one.min)), Math.max(...list.map((one) => one.max))]
    const values = { activation: call.inputFrom, low, high, min, max, loss: call.name }
    const margin = limits.beyond * (max - min)
    const beyond = min < low - margin || max > high + margin
    const relu = call.inputFrom === 'relu' && symptomOf(run).grade > 0
    if (!beyond && !relu) return clear(values, { 'wrong-output-activation': 3 })
    return found(
      finding({
        id: beyond ? 'targets-beyond-output' : 'relu-before-the-loss',
        values,
        points: beyond
          ? { 'wrong-output-activation': 6.2, 'output-loss-mismatch': 2, 'unscaled-targets': 0.8, healthy: -2 }
          : { 'wrong-output-activation': graded(symptomOf(run), 2, 3), 'dead-units': 1 },
        sees: 'wrong-output-activation',
        ground: 'model/reach',
      }),
    )
  },
})

const REGRESSION: ReadonlySet<string> = new Set(['mse', 'mae', 'huber'])
/** What an output activation can reach: [lowest, highest]. */
const REACH: Readonly<Record<string, readonly [number, number]>> = {
  sigmoid: [0, 1],
  tanh: [-1, 1],
  relu: [0, Number.POSITIVE_INFINITY],
  softmax: [0, 1],
}
