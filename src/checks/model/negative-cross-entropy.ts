// Is the loss below zero, where a cross-entropy or a squared error cannot be?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, least, trainOrVal } from '../curves.ts'
import type { Weights } from '../finding.ts'
import { classifies, isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'negative-cross-entropy',
  group: 'model',
  needs: ['loss', 'run'],
  helps: ['taskFact', 'modelFact'],
  limits: {
    below: -1e-5, // rounding that may stand below 0, in single precision some -2e-6
  },
  examine({ loss, run, taskFact, modelFact }, limits) {
    const series = trainOrVal(loss)
    if (!series) return irrelevant('no-train-loss')
    const lowest = least(series.value).value
    if (!(lowest < limits.below)) return clear({ metric: series.name }, { 'wrong-loss': 0.8 })
    const likelihood = taskFact === 'generative' || DENSITIES.test(`${modelFact ?? ''} ${series.name}`)
    const cross = isCrossEntropy(lossKind(run)) || (classifies(run) && !likelihood)
    return found(
      finding({
        id: cross ? 'negative-cross-entropy' : 'negative-loss',
        values: { metric: series.name, lowest },
        exhibits: [curveExhibit('loss', [series])],
        points: cross
          ? IMPOSSIBLE
          : { 'wrong-loss': likelihood ? 2.6 : 3.6, healthy: likelihood ? 1.2 : 0.4, 'output-loss-mismatch': 1 },
        ground: 'loss/sign',
      }),
    )
  },
})

/** Models whose loss is a density or a score, and may be negative. */
const DENSITIES = /vae|flow|mixture|gan|gaussian|likelihood|wasserstein|policy|ppo/i

const IMPOSSIBLE: Weights = {
  'wrong-loss': 5.2,
  'output-loss-mismatch': 4.8,
  'wrong-output-activation': 2,
  'labels-out-of-range': 2.6,
  healthy: -3,
}
