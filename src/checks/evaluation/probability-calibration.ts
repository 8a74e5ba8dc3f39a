// Do the probabilities mean what they say?

import type { Calibration } from '../../record/model-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { splitOf } from '../data-beside.ts'
import type { Exhibit } from '../finding.ts'

export default defineCheck({
  name: 'probability-calibration',
  group: 'evaluation',
  needs: ['calibration'],
  helps: [],
  limits: {
    rows: 100, // rows below which the error is mostly noise
    error: 0.05, // expected calibration error that matters
    chance: 2, // times the error that true probabilities of so many rows would show
    much: 0.15, // error from which a probability says next to nothing
    temperature: 1.25, // or its inverse; nearer to 1 nothing is gained
  },
  examine({ calibration }, limits) {
    const held = calibration.filter((one) => one.split !== 'train')
    const one = held.find((own) => own.split === 'test') ?? held[0]
    if (!one) return irrelevant('no-held-out-predictions')
    if (one.rows < limits.rows) return irrelevant('few-predictions')
    const { ece, confidence, accuracy, temperature, loss, lossThen, split } = one
    const values = { split, ece, confidence, accuracy, temperature, loss, lossThen, rows: one.rows }
    const off = Math.abs(Math.log(temperature)) > Math.log(limits.temperature)
    if (ece <= limits.error || ece <= limits.chance * one.eceByChance || !off)
      return clear(values, { 'confidence-not-correctness': 1.5 })
    const sure = confidence > accuracy
    return found(
      finding({
        id: sure ? 'too-sure' : 'too-unsure',
        values,
        where: splitOf(split),
        exhibits: [reliability(one)],
        points: { 'confidence-not-correctness': ece > limits.much ? 3.4 : 2.6, overfitting: sure ? 0.5 : 0 },
        ground: 'predictions/calibration',
      }),
    )
  },
})

/** Points on the diagonal are true. */
function reliability({ bins }: Calibration): Exhibit {
  return {
    kind: 'scatter',
    title: 'exhibit.reliability',
    x: bins.map((one) => one.confidence),
    y: bins.map((one) => one.accuracy),
    names: ['confidence', 'accuracy'],
  }
}
