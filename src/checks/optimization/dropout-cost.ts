// Does most of the training loss come from dropout rather than from error?

import { median } from '../../signal/quantile.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { quotient } from '../curves.ts'
import { sameSteps } from '../same-steps.ts'
import { symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'dropout-cost',
  group: 'optimization',
  needs: ['evalLossOnTrain', 'loss', 'run'],
  helps: ['dropoutFact', 'batchNormFact'],
  limits: {
    part: 0.4, // of the train loss that is due to dropout alone
    strongPart: 0.3, // the same where dropout is strong
    strong: 0.5, // dropout from which it is suspected anyway
  },
  examine({ evalLossOnTrain, loss, run, dropoutFact, batchNormFact }, limits) {
    if (!(dropoutFact !== undefined && dropoutFact > 0)) return irrelevant('no-dropout')
    if (batchNormFact) return irrelevant('batch-norm-too')
    const both = sameSteps(evalLossOnTrain[0], loss)
    const late = both.slice(Math.floor(both.length / 2))
    if (late.length === 0) return irrelevant('few-values')
    const [inEval, inTrain] = [median(late.map((one) => one.eval)), median(late.map((one) => one.train))]
    const part = quotient(inTrain - inEval, Math.abs(inTrain))
    const symptom = symptomOf(run)
    const values = { inEval, inTrain, part, dropout: dropoutFact, metric: symptom.metric }
    if (
      part < (dropoutFact > limits.strong ? limits.strongPart : limits.part) ||
      symptom.well ||
      (symptom.grade === 0 && dropoutFact <= limits.strong)
    )
      return clear(values, { 'too-much-regularization': dropoutFact > limits.strong ? 0.5 : 1.5 })
    return found(
      finding({
        id: 'dropout-cost',
        values,
        where: { steps: [late[0]!.step, late.at(-1)!.step] },
        points: { 'too-much-regularization': weighed(symptom, 4.4, 5, 5.4), 'evaluation-asymmetry': 1 },
        sees: 'too-much-regularization',
        ground: 'loss/penalty',
      }),
    )
  },
})
