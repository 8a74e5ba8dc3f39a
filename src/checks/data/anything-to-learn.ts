// Do simple models foresee the label of rows that they did not see, better than a constant guess?

import type { Baseline } from '../../record/data-tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, seenAs, suffers } from '../data-beside.ts'

export default defineCheck({
  name: 'anything-to-learn',
  group: 'data',
  needs: ['baselines', 'run'],
  helps: ['telling'],
  limits: {
    above: 2.5, // standard errors above the guess that are no chance
    gain: 0.02, // and a rise of accuracy or R2 that is worth something
    rows: 100, // rows below which nothing may be seen in what is there; as the error of an accuracy
  },
  examine({ baselines, run, telling }, limits) {
    const guess = baselines.find((one) => one.model === 'constant')
    const models = baselines.filter((one) => one.model !== 'constant')
    const best = [...models].sort((a, b) => b.score - a.score)[0]
    if (!guess || !best) return irrelevant('no-label-column')
    const { model, score, measure, error } = best
    const gain = Math.max(score - guess.score, evenGain(guess, models))
    const information = Math.max(0, ...(telling ?? []).map((one) => one.information))
    const values = { model, score, guess: guess.score, gain, measure, information }
    const learns = gain > limits.gain && gain > limits.above * error
    if (!learns) {
      const few = error > 0.5 / Math.sqrt(limits.rows)
      const { weight, shown } = beside(run, few ? 2 : 4.2, suffers)
      return found(
        finding({
          id: 'nothing-foreseen',
          values,
          exhibits: [scoreTable(baselines, measure)],
          points: { 'uninformative-features': weight, 'misaligned-labels': weight - 0.6 },
          ...(few ? {} : seenAs('uninformative-features', { weight, shown })),
          ground: 'data/learnable',
        }),
      )
    }
    // beside a run its own curves speak of health
    if (run.series.length > 0) return clear(values, { 'uninformative-features': 3, 'misaligned-labels': 2.5 })
    return found(
      finding({
        id: 'label-foreseen',
        values,
        exhibits: [scoreTable(baselines, measure)],
        points: { healthy: 2.6, 'uninformative-features': -3, 'misaligned-labels': -3 },
        ground: 'data/learnable',
      }),
    )
  },
})

/** Of uneven classes the guess is right as a rule: there the mean over the classes tells. */
function evenGain(guess: Baseline, models: readonly Baseline[]): number {
  const { balanced = 0 } = guess
  return balanced > 0 ? Math.max(...models.map((one) => one.balanced ?? 0)) - balanced : 0
}

function scoreTable(baselines: readonly Baseline[], measure: Baseline['measure']) {
  return {
    kind: 'table',
    title: 'exhibit.baselines',
    columns: ['model', measure, 'error', 'balanced'],
    rows: baselines.map((one) => [one.model, one.score, one.error, one.balanced ?? null]),
  } as const
}
