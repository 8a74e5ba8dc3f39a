// Does a layer hold many units that are 0 for every example?

import type { CauseId } from '../../causes/index.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit } from '../curves.ts'
import { above, type Level, levels } from '../layers.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'dead-layers',
  group: 'model',
  needs: ['deadShare', 'run'],
  helps: ['batchSizeFact'],
  limits: {
    rows: 8, // examples that a batch must have
    share: 0.5, // of the units of a layer, 0 for the whole batch
    most: 0.9, // a share that is told even where the loss falls well
    many: 0.65, // a share that is clearly more than half
    all: 0.999, // a share that stands for the whole layer
  },
  examine({ deadShare, run, batchSizeFact }, limits) {
    // a unit that rests for a few examples is not dead
    if (batchSizeFact !== undefined && batchSizeFact < limits.rows) return irrelevant('few-rows')
    const list = levels(deadShare)
    if (list.length === 0) return irrelevant('no-layer-values')
    const symptom = symptomOf(run)
    const { worst, over, values: seen } = above(list, limits.share)
    const values = { ...seen, count: over.length, ...lossValues(symptom) }
    if (over.length === 0) return clear(values, { 'dead-units': 3 })
    const planted = origin(worst, limits.share) === 'poor-initialization'
    if (symptom.grade === 0 && worst.late < (planted ? limits.share : limits.most))
      return clear(values, { 'dead-units': 1 })
    const weight = symptom.well
      ? planted
        ? HINT
        : 1
      : weighed(symptom, planted ? 4.2 : 2, planted ? 4.6 : 3, planted ? 5 : 3.4) -
        (worst.late > limits.many ? 0 : 1) +
        (worst.late > limits.all ? 0.8 : 0)
    return found(
      finding({
        id: 'dead-layers',
        values,
        where: { layers: over, steps: worst.steps },
        exhibits: [curveExhibit('dead-share', [worst.series])],
        points: { 'dead-units': weight, [origin(worst, limits.share)]: planted ? 1.2 : 2, 'weights-not-updated': -0.5 },
        ...(planted ? { sees: 'dead-units' as const } : {}),
        ground: 'activations/dead',
      }),
    )
  },
})

/** Units that are dead from the first step began so; those that died later were thrown there by a step. */
function origin({ series }: Level, share: number): CauseId {
  return (series.value.find(Number.isFinite) ?? 0) > share ? 'poor-initialization' : 'learning-rate-too-high'
}

/** Units that begin dead beside a loss that is well all the same are worth a word. */
const HINT = 2
