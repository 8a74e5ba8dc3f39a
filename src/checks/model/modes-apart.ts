// Is the same batch worth another loss in eval mode than in train mode?

import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, ends, main, pair, quotient } from '../curves.ts'
import { sameSteps } from '../same-steps.ts'
import { lossUnit } from '../task.ts'

export default defineCheck({
  name: 'modes-apart',
  group: 'model',
  needs: ['evalLossOnTrain', 'loss', 'run'],
  helps: ['layers', 'batchNormFact'],
  limits: {
    times: 1.5, // loss in eval mode against that in train mode, on one batch
    matters: 0.08, // and their difference as a share of the level of guessing
    settled: 30, // steps after which the running statistics should have settled
    val: 1.35, // validation against train loss from which it shows there too
  },
  examine({ evalLossOnTrain, loss, run, layers, batchNormFact }, limits) {
    const norm = batchNormFact ?? layers?.some((one) => /batch.?norm/i.test(one.kind)) ?? false
    if (!norm) return irrelevant('no-batch-norm')
    const both = sameSteps(evalLossOnTrain[0], loss).filter((one) => one.step >= limits.settled)
    const late = both.slice(Math.floor(both.length / 2))
    const train = main(loss, 'train')
    if (late.length === 0 || !train) return irrelevant('few-values')
    const [inEval, inTrain] = [median(late.map((one) => one.eval)), median(late.map((one) => one.train))]
    const times = quotient(inEval, inTrain)
    const curves = pair(loss)
    const held = curves ? quotient(ends(curves.val).last, ends(curves.train).last) : null
    const values = { inEval, inTrain, times, held, metric: train.name }
    const apart = times > limits.times && inEval - inTrain > limits.matters * lossUnit(run, train.value)
    if (!apart) return clear(values, { 'batch-norm-statistics': 3 })
    return found(
      finding({
        id: 'modes-apart',
        values,
        where: { steps: [late[0]!.step, late.at(-1)!.step] },
        exhibits: [curveExhibit('modes', [evalLossOnTrain[0], train])],
        points: {
          'batch-norm-statistics': held !== null && held > limits.val ? 6 : 4,
          overfitting: -2,
          'preprocessing-mismatch': -2,
          'distribution-shift': -2,
        },
        sees: 'batch-norm-statistics',
        ground: 'modes/loss',
      }),
    )
  },
})
