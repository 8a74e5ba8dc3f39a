// Is there a shape in what a regression leaves over, or a bound that its predictions never pass?

import type { Residuals } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import type { Exhibit } from '../finding.ts'

export default defineCheck({
  name: 'residual-shape',
  group: 'evaluation',
  needs: ['residuals'],
  helps: ['outputActivationFact'],
  limits: {
    rows: 50, // rows below which a shape is drawn by chance
    bound: 0.05, // share of predictions at one and the same bound
    beyond: 0.05, // share of targets beyond what is ever predicted
    curved: 0.2, // part of the residuals' spread that the prediction explains
  },
  examine({ residuals, outputActivationFact: activation }, limits) {
    const one = residuals.find((own) => own.split === 'train') ?? residuals[0]
    if (!one || one.rows < limits.rows) return irrelevant('no-regression-predictions')
    const values = {
      split: one.split,
      bound: one.atBound,
      beyond: one.beyond,
      low: one.predictedRange[0],
      high: one.predictedRange[1],
      curved: one.curved,
      widening: one.widening,
      activation: activation ?? 'none',
    }
    const exhibits = [residualPlot(one)]
    const at = { values, where: splitOf(one.split), exhibits }
    if (one.atBound > limits.bound && one.beyond > limits.beyond && !isConstantAmid(one))
      return found(
        finding({
          id: 'predictions-at-a-bound',
          ...at,
          points: { 'wrong-output-activation': 4.6, 'dead-units': 0.8, healthy: -2 },
          sees: 'wrong-output-activation',
          ground: 'predictions/residuals',
        }),
      )
    if (one.curved > limits.curved)
      return found(
        finding({
          id: 'residuals-curved',
          ...at,
          points: { 'model-too-small': 2.2, 'too-few-epochs': 0.8, healthy: -1 },
          ground: 'predictions/residuals',
        }),
      )
    return clear(values, { 'wrong-output-activation': 1.5 })
  },
})

/** One and the same answer, with targets below and above it: no bound keeps it there. */
function isConstantAmid({ range, predictedRange: [low, high] }: Residuals): boolean {
  return low === high && range[0] < low && range[1] > high
}

function residualPlot({ truth, predicted }: Residuals): Exhibit {
  const left = truth.map((y, i) => y - predicted[i]!)
  return { kind: 'scatter', title: 'exhibit.residuals', x: predicted, y: left, names: ['y_pred', 'y_true - y_pred'] }
}
