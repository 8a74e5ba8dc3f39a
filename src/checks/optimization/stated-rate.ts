// Is the stated learning rate far from what its optimizer usually holds, beside a loss that goes wrong?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { ends, finest, heldOutOrTrain, main, shareAtEnd } from '../curves.ts'
import { guessOf } from '../task.ts'

export default defineCheck({
  name: 'stated-rate',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['learningRateFact', 'optimizerFact', 'accuracy'],
  limits: {
    fallen: 0.3, // a loss that fell by this share learns
    guess: 0.01, // and is farther than this from ln K, relative
    good: 0.8, // and its accuracy is above this
    clearly: 4, // times beyond the usual rates from which it is clear
    far: 10, // times beyond from which it is far
    ample: 20, // so many times below the highest usual rate it is not too high
  },
  examine({ loss, run, learningRateFact: rate, optimizerFact: optimizer, accuracy }, limits) {
    if (rate === undefined) return irrelevant('no-rate')
    const series = finest(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const [low, high] = usualRates(optimizer)
    const { first, last } = ends(series.value)
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const values = { rate, optimizer: optimizer ?? 'any', low, high, reached: reached ?? null }
    const learns = last < first * (1 - limits.fallen) && guessOf(last, run, limits.guess) === undefined
    const [above, below] = [rate / high, low / rate]
    const ground = 'rate/stated'
    if (above > 1 && !(learns && (reached ?? 1) > limits.good)) {
      const weight = above > limits.far ? 3.4 : above >= limits.clearly ? 2.6 : 1.6
      const points = { 'learning-rate-too-high': weight, 'learning-rate-too-low': -1.5 }
      return found(finding({ id: 'rate-above-usual', values, points, ground }))
    }
    if (below > 1 && !learns) {
      const points = { 'learning-rate-too-low': below > limits.far ? 2.8 : 1.8, 'learning-rate-too-high': -1.5 }
      return found(finding({ id: 'rate-below-usual', values, points, ground }))
    }
    return clear(values, rate <= high / limits.ample ? { 'learning-rate-too-high': optimizer ? 1 : 0.4 } : {})
  },
})

/** Rates at which the optimizers are usually run: [lowest, highest]. Kingma 2015; Goyal 2017; library defaults. */
const USUAL: Readonly<Record<string, readonly [number, number]>> = {
  adam: [1e-5, 5e-3],
  adamw: [1e-6, 5e-3],
  nadam: [1e-5, 5e-3],
  adamax: [1e-5, 1e-2],
  rmsprop: [1e-5, 5e-3],
  adagrad: [1e-3, 0.1],
  adadelta: [1e-3, 2],
  sgd: [1e-4, 0.2],
  momentum: [1e-4, 0.2],
}
const USUAL_OF_ANY = [1e-6, 0.5] as const

/** The range of an optimizer by its name, or by the word that its name begins with. */
function usualRates(optimizer = ''): readonly [number, number] {
  const name = optimizer.toLowerCase()
  return USUAL[name] ?? USUAL[name.replace(/[^a-z].*$/, '')] ?? USUAL_OF_ANY
}
