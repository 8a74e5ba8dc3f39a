// Do the stated inputs need scaling, beside a loss that goes wrong?

import { clear, defineCheck, finding, found, unasked } from '../check.ts'
import { asShare, ends, heldOut, main } from '../curves.ts'

export default defineCheck({
  name: 'stated-inputs',
  group: 'data',
  needs: ['loss'],
  helps: ['inputsNormalizedFact', 'inputRangeFact', 'accuracy'],
  limits: { large: 20, fallen: 0.3, good: 0.85 },
  examine({ loss, inputsNormalizedFact, inputRangeFact, accuracy }, limits) {
    if (inputsNormalizedFact === undefined && inputRangeFact === undefined) return unasked(['inputsNormalizedFact'])
    const largest = inputRangeFact ? Math.max(...inputRangeFact.map(Math.abs)) : undefined
    const raw =
      inputsNormalizedFact === false ||
      (largest !== undefined && largest > limits.large && inputsNormalizedFact !== true)
    const series = main(loss, 'train') ?? main(loss, 'val')
    const { first, last } = series ? ends(series.value) : { first: Number.NaN, last: Number.NaN }
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const learns = score ? ends(asShare(score)).last > limits.good : last < (1 - limits.fallen) * first
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
