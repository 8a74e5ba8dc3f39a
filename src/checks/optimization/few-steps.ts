// Has the run made so few steps that nothing can be expected yet?

import { clear, defineCheck, finding, found, irrelevant, unasked } from '../check.ts'
import { ends, finest, main, totalSteps } from '../curves.ts'
import { guessOf } from '../task.ts'

export default defineCheck({
  name: 'few-steps',
  group: 'optimization',
  needs: ['loss', 'run'],
  helps: ['examplesTrainFact', 'batchSizeFact', 'stepsPerEpochFact'],
  limits: {
    few: 500, // fewer steps teach little
    many: 5000, // more steps speak against it
    near: 0.06, // distance from ln K, relative, at which nothing was learnt yet
    perEpoch: 10, // fewer steps an epoch are those of a batch that is nearly the whole set
  },
  examine({ loss, run, examplesTrainFact, batchSizeFact, stepsPerEpochFact }, limits) {
    const series = finest(loss, 'train') ?? main(loss, 'val')
    if (!series) return irrelevant('no-train-loss')
    const counted = examplesTrainFact && batchSizeFact ? Math.ceil(examplesTrainFact / batchSizeFact) : undefined
    const perEpoch = stepsPerEpochFact ?? counted
    const lastEpoch = series.epoch.reduce((a, b) => (b > a ? b : a), 0)
    const steps = totalSteps(run) ?? (perEpoch && lastEpoch ? perEpoch * lastEpoch : undefined)
    if (steps === undefined) return unasked(['stepsPerEpochFact'])
    const last = ends(series.value).last
    const values = { steps, perEpoch: perEpoch ?? null, last, metric: series.name }
    const whole = batchSizeFact !== undefined && perEpoch !== undefined && perEpoch < limits.perEpoch
    if (steps > limits.few || !guessOf(last, run, limits.near))
      return clear(values, { 'too-few-epochs': steps > limits.many ? 1 : 0, 'batch-too-large': whole ? 0 : 1 })
    return found(
      finding({
        id: whole ? 'few-steps-an-epoch' : 'few-steps',
        values,
        points: { 'too-few-epochs': 2.2, 'batch-too-large': whole ? 2.6 : 0.3, 'learning-rate-too-low': 0.5 },
        ground: 'steps/few',
      }),
    )
  },
})
