// Do the stated inputs need scaling, beside a loss that goes wrong?

import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { ends, heldOutOrTrain, shareAtEnd, trainOrVal } from '../curves.ts'

export default defineCheck({
  name: 'stated-inputs',
  group: 'data',
  needs: ['loss'],
  helps: ['inputsNormalizedFact', 'inputRangeFact', 'accuracy', 'inputs'],
  limits: {
    large: 20, // inputs beyond this size are not scaled
    fallen: 0.3, // a loss that fell by this share learns all the same
    good: 0.85, // so does a run that reached this accuracy
  },
  examine({ loss, inputsNormalizedFact, inputRangeFact, accuracy, inputs }, limits) {
    if (inputs) return irrelevant('watched')
    if (inputsNormalizedFact === undefined && inputRangeFact === undefined) return unasked(['inputsNormalizedFact'])
    const largest = inputRangeFact && Math.max(...inputRangeFact.map(Math.abs))
    const raw = inputsNormalizedFact === undefined ? (largest ?? 0) > limits.large : !inputsNormalizedFact
    const series = trainOrVal(loss)
    const { first, last } = ends(series?.value ?? [])
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const learns = reached === undefined ? last < (1 - limits.fallen) * first : reached > limits.good
    const values = { largest: largest ?? null, metric: series?.name ?? '' }
    if (!raw) return clear(values, { 'unscaled-inputs': 2.5 })
    if (learns) return clear(values, { 'unscaled-inputs': 0.5 })
    return found(
      finding({
        id: 'raw-inputs',
        values,
        points: { 'unscaled-inputs': 3.6, 'learning-rate-too-high': 0.4 },
        ground: 'inputs/stated',
      }),
    )
  },
})
