// Is the loss below zero, where a cross-entropy or a squared error cannot be?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, main } from '../curves.ts'
import { classifies, lossKind } from '../task.ts'

export default defineCheck({
  name: 'negative-cross-entropy',
  group: 'model',
  needs: ['loss', 'run'],
  helps: ['outputActivationFact', 'taskFact', 'modelFact'],
  limits: { below: -1e-6 },
  examine({ loss, run, taskFact, modelFact }, limits) {
    const series = main(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const lowest = series.value.reduce((a, b) => (b < a ? b : a), Number.POSITIVE_INFINITY)
    if (!(lowest < limits.below)) return clear({ metric: series.name }, { 'wrong-loss': 0.8 })
    const kind = lossKind(run)
    const likelihood =
      taskFact === 'generative' ||
      /vae|flow|mixture|gan|gaussian|likelihood|wasserstein|policy|ppo/i.test(`${modelFact ?? ''} ${series.name}`)
    const cross = kind === 'cross-entropy' || kind === 'binary-cross-entropy' || (classifies(run) && !likelihood)
    return found(
      finding({
        id: cross ? 'negative-cross-entropy' : 'negative-loss',
        values: { metric: series.name, lowest },
        exhibits: [curveExhibit('loss', [series])],
        points: cross
          ? {
              'wrong-loss': 5.2,
              'output-loss-mismatch': 4.8,
              'wrong-output-activation': 2,
              'labels-out-of-range': 2.6,
              healthy: -3,
            }
          : { 'wrong-loss': likelihood ? 2.6 : 3.6, healthy: likelihood ? 1.2 : 0.4, 'output-loss-mismatch': 1 },
        ground: 'loss/sign',
      }),
    )
  },
})
