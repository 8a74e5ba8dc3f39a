// Is the loss exactly zero?

import { factOf, type RunRecord } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { finest, heldOutOrTrain, main, shareAtEnd } from '../curves.ts'

export default defineCheck({
  name: 'zero-loss',
  group: 'data',
  needs: ['loss', 'run'],
  helps: ['accuracy', 'gradientNorm', 'precisionFact'],
  limits: {
    share: 0.5, // part of the values that must be exactly 0
    right: 0.999, // an accuracy above it says that one class is left
    rounding: 0.005, // a loss that sank below it before was only rounded to 0
  },
  examine({ loss, run, accuracy, gradientNorm, precisionFact }, limits) {
    const series = finest(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const points = series.value.length
    const others = series.value.filter((one) => one !== 0)
    const zeros = points - others.length
    const reached = shareAtEnd(heldOutOrTrain(accuracy))
    const values = { metric: series.name, zeros, points, reached: reached ?? null }
    const lone = points > 1 && series.value.at(-2) !== 0
    if (series.value.at(-1) !== 0 || lone || zeros < limits.share * points)
      return clear(values, { 'single-class': 0.5, 'no-targets-found': 1 })
    const last = others.at(-1)
    // A loss that sank to the last printed digit before is rounded; one that drops from an ordinary value to 0 is not.
    if (last !== undefined && last < limits.rounding) return clear(values)
    const lost = gradientNorm?.some((norm) => norm.value.some((one) => !Number.isFinite(one) || one === 0)) ?? false
    const half = precisionFact === 'fp16' || precisionFact === 'mixed' || isLanguageModel(run)
    return found(
      finding({
        id: 'zero-loss',
        values,
        points: {
          'numeric-overflow': (lost || half ? 3.4 : 1.8) + (last !== undefined ? 0.4 : 0),
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

/** Large language models are trained in half precision whether it is said or not. */
function isLanguageModel(run: RunRecord): boolean {
  return /llm|llama|qwen|gpt|bert|lora/i.test(`${factOf(run, 'model') ?? ''} ${factOf(run, 'framework') ?? ''}`)
}
