// Is the network in train mode where it trains, and in eval mode where it is evaluated?

import type { RunEvent } from '../../record/run.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { hasHeldOut } from '../task.ts'

export default defineCheck({
  name: 'training-mode',
  group: 'model',
  needs: ['optimizers', 'events', 'run'],
  helps: ['layers', 'batchNormFact', 'dropoutFact', 'pretrainedFact'],
  limits: {
    dropout: 0.01, // rate below which the two modes are alike
  },
  examine({ optimizers, events, run, layers, batchNormFact, dropoutFact, pretrainedFact }, limits) {
    const modes = events.filter((one) => one.kind === 'mode')
    if (modes.length === 0) return irrelevant('no-modes')
    const norm = batchNormFact ?? layers?.some((one) => /batch.?norm/i.test(one.kind)) ?? false
    const dropout = (dropoutFact ?? Math.max(0, ...(layers ?? []).map((one) => one.dropout ?? 0))) > limits.dropout
    if (!norm && !dropout) return irrelevant('modes-alike')
    const trainedInEval = modes.filter((one) => one.text === 'train' && one.value === 0)
    const evaluatedInTrain = modes.filter((one) => one.text !== 'train' && one.value === 1)
    const values = { modes: modes.length, optimizers: optimizers.length, norm, dropout }
    if (trainedInEval.length > 0)
      return found(
        finding({
          id: 'trains-in-eval-mode',
          values,
          where: stepsOf(trainedInEval),
          // Frozen statistics are usual where a pretrained network is tuned.
          points: norm ? { 'batch-norm-statistics': pretrainedFact ? 1.5 : 5.4 } : { overfitting: 0.8 },
          ...(norm ? { sees: 'batch-norm-statistics' } : {}),
          ground: 'modes/train',
        }),
      )
    if (evaluatedInTrain.length > 0 && hasHeldOut(run))
      return found(
        finding({
          id: 'evaluates-in-train-mode',
          values,
          where: stepsOf(evaluatedInTrain),
          points: { ...(norm ? { 'batch-norm-statistics': 3 } : {}), 'evaluation-asymmetry': -2 },
          ground: 'modes/eval',
        }),
      )
    return clear(values, { 'batch-norm-statistics': 0.7 })
  },
})

function stepsOf(list: readonly RunEvent[]): { steps?: [number, number] } {
  const steps = list.flatMap((one) => one.step ?? [])
  return steps.length > 0 ? { steps: [Math.min(...steps), Math.max(...steps)] } : {}
}
