// Is the stated learning rate far from what its optimizer usually holds, beside a loss that goes wrong?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, finest, heldOut, main } from '../curves.ts'
import { guessOf } from '../task.ts'

/** Rates at which the optimizers are usually run: [lowest, highest]. Kingma 2015; Goyal 2017; library defaults. */
const USUAL: Readonly<Record<string, readonly [number, number]>> = {
  adam: [1e-5, 5e-3],
  adamw: [1e-6, 5e-3],
  nadam: [1e-5, 5e-3],
  adamax: [1e-5, 1e-2],
  rmsprop: [1e-5, 5e-3],
  adagrad: [1e-3, 0.1],
  adadelta: [1e-3, 2],
  sgd: [1e-4, 0.5],
  momentum: [1e-4, 0.2],
}

export default defineCheck({
  name: 'stated-rate',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['learningRateFact', 'learningRate', 'optimizerFact', 'accuracy'],
  limits: { fallen: 0.3, far: 10 },
  examine({ loss, run, learningRateFact, learningRate, optimizerFact, accuracy }, limits) {
    const rate = learningRateFact ?? learningRate?.[0]?.value.find((one) => one > 0)
    if (rate === undefined) return irrelevant('no-rate')
    const name = (optimizerFact ?? '').toLowerCase()
    const usual = USUAL[name] ?? USUAL[name.replace(/[^a-z].*$/, '')] ?? [1e-6, 0.5]
    const series = finest(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const { first, last } = ends(series.value)
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const learns = last < first * (1 - limits.fallen) && guessOf(last, run, 0.01) === undefined
    const values = {
      rate,
      optimizer: optimizerFact ?? 'an optimizer',
      low: usual[0],
      high: usual[1],
      reached: reached ?? null,
    }
    const above = rate / usual[1]
    const below = usual[0] / rate
    if (above > 1 && !(learns && (reached ?? 1) > 0.8))
      return found(
        finding({
          id: 'rate-above-usual',
          values,
          points: {
            'learning-rate-too-high': above > limits.far ? 3.4 : above >= 4 ? 2.6 : 1.6,
            'learning-rate-too-low': -1.5,
          },
          ground: 'rate/stated',
        }),
      )
    if (below > 1 && !learns)
      return found(
        finding({
          id: 'rate-below-usual',
          values,
          points: { 'learning-rate-too-low': below > limits.far ? 2.8 : 1.8, 'learning-rate-too-high': -1.5 },
          ground: 'rate/stated',
        }),
      )
    const low = rate <= usual[1] / 20
    return clear(values, low ? { 'learning-rate-too-high': optimizerFact ? 1 : 0.4 } : {})
  },
})
