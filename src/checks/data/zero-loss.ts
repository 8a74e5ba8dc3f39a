// Is the loss exactly zero?

import { factOf } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, ends, finest, heldOut, main } from '../curves.ts'

export default defineCheck({
  name: 'zero-loss',
  group: 'data',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'gradientNorm', 'precisionFact', 'learningRate'],
  limits: { share: 0.5, right: 0.999, rounding: 0.005 },
  examine({ loss, run, accuracy, gradientNorm, precisionFact }, limits) {
    const series = finest(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const zeros = series.value.filter((one) => one === 0).length
    const end = series.value.at(-1) === 0
    const score = heldOut(accuracy) ?? main(accuracy, 'train')
    const reached = score ? ends(asShare(score)).last : undefined
    const lost = gradientNorm?.some((one) => one.value.some((v) => !Number.isFinite(v) || v === 0)) ?? false
    const values = { metric: series.name, zeros, points: series.value.length, reached: reached ?? null }
    const lone = series.value.length > 1 && series.value.at(-2) !== 0
    if (!end || lone || zeros < limits.share * series.value.length)
      return clear(values, { 'single-class': 2, 'no-targets-found': 2 })
    const before = series.value.find((one) => one !== 0)
    const last = series.value.filter((one) => one !== 0).at(-1)
    // A loss that sank to the last printed digit before is rounded; one that drops from an ordinary value to 0 is not.
    if (last !== undefined && last < limits.rounding) return clear(values)
    const fell = before !== undefined
    const half =
      precisionFact === 'fp16' ||
      precisionFact === 'mixed' ||
      /llm|llama|qwen|gpt|bert|lora/i.test(`${factOf(run, 'model') ?? ''} ${factOf(run, 'framework') ?? ''}`)
    return found(
      finding({
        id: 'zero-loss',
        values,
        points: {
          'numeric-overflow': (lost || half ? 3.4 : 1.8) + (fell ? 0.4 : 0),
          'single-class': reached !== undefined && reached > limits.right ? 3.6 : 1.4,
          'no-targets-found': reached === undefined ? 2.2 : 1.6,
          'wrong-loss': 1,
          'data-leakage': 0.4,
          healthy: -2,
        },
        ill: true,
        ground: 'loss/zero',
      }),
    )
  },
})
