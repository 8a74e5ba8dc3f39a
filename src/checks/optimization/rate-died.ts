// Does the schedule bring the learning rate to nothing long before the training ends?

import type { RunRecord } from '../../record/run.ts'
import { positions, type Series } from '../../record/series.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { curveExhibit, heldOutOrTrain, lostBetween, shareAtEnd, totalSteps, trainLoss } from '../curves.ts'
import { lossValues, symptomOf, weighed } from '../symptoms.ts'

export default defineCheck({
  name: 'rate-died',
  group: 'optimization',
  needs: ['optimizers', 'learningRate', 'run'],
  helps: ['accuracy'],
  limits: {
    values: 5, // values of the rate, at least
    gone: 0.01, // part of the largest rate below which hardly anything is learnt
    falling: 0.1, // share of itself that the loss loses over the last half of the time before
    reached: 0.95, // an accuracy above it leaves nothing to learn
    early: 0.6, // part of the run by whose end the rate must not be gone; cosine schedules end near 0 at the very end
  },
  examine({ optimizers, learningRate, run, accuracy }, limits) {
    const rate = learningRate[0]!
    if (rate.value.length < limits.values) return irrelevant('few-values')
    const x = positions(rate)
    const [top, end] = [Math.max(...rate.value.filter(Number.isFinite)), Math.max(totalSteps(run) ?? 0, x.at(-1)!)]
    const from = goneFrom(rate, limits.gone * top)
    const symptom = symptomOf(run)
    const at = from === undefined ? end : x[from]!
    const part = end > 0 ? at / end : 1
    const values = { top, low: rate.value.at(-1)!, at, part, optimizers: optimizers.length, ...lossValues(symptom) }
    const reached = shareAtEnd(heldOutOrTrain(accuracy)) ?? 0
    if (from === undefined || part > limits.early || (symptom.well && reached > limits.reached)) return clear(values)
    if (!fellUntil(run, at, limits.falling)) return clear(values)
    return found(
      finding({
        id: 'rate-died',
        values,
        where: { steps: [at, end] },
        exhibits: [curveExhibit('learning-rate', [rate])],
        points: {
          'learning-rate-too-low': symptom.well ? 4.4 : weighed(symptom, 5.4, 5.8, 5.8),
          'learning-rate-too-high': -1,
        },
        sees: 'learning-rate-too-low',
        ground: 'rate/schedule',
      }),
    )
  },
})

/** The place from which on the rate stays below a bound, to its end; a warm-up at the start is none. */
function goneFrom(rate: Series, bound: number): number | undefined {
  let from: number | undefined
  for (let i = rate.value.length - 1; i >= 0 && rate.value[i]! < bound; i -= 1) from = i
  return from === 0 ? undefined : from
}

/** Whether the loss was still falling when the rate died; where it stood, the schedule only followed. */
function fellUntil(run: RunRecord, at: number, least: number): boolean {
  const loss = trainLoss(run)
  const end = loss ? loss.value.filter((_, i) => (loss.step[i] ?? 0) <= at).length : 0
  return end > 0 && lostBetween(loss!.value, Math.floor(end / 4), Math.floor(end / 2), end) > least
}
