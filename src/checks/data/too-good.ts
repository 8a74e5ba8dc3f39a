// Is the validation result too good: at its ceiling from the start, or better than training without dropout?

import type { Series } from '../../record/series.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, heldOut, main } from '../curves.ts'
import type { Weights } from '../finding.ts'

export default defineCheck({
  name: 'too-good',
  group: 'data',
  needs: [],
  helps: ['accuracy', 'metrics', 'examplesValFact'],
  limits: {
    few: 100, // fewer validation examples may all be right by chance
    perfect: 0.9995, // an accuracy above it is perfect
    nearly: 0.9895, // training above it is perfect too, so nothing was held back
    early: 2, // validation must be perfect by this value, counted from 0
    share: 0.8, // part of the values from there on that must stay perfect
    behind: 0.97, // training below it is behind, so validation knew more
  },
  examine({ accuracy, metrics, examplesValFact }, limits) {
    const others = (metrics ?? []).filter((one) => one.metric === 'auc' || one.metric === 'r2')
    const series = heldOut(accuracy) ?? heldOut(others)
    if (!series) return irrelevant('no-held-out-metric')
    const shares = asShare(series).filter(Number.isFinite)
    const at = shares.findIndex((one) => one > limits.perfect)
    const perfect = shares.filter((one) => one > limits.perfect).length
    const value = at >= 0 ? shares[at]! : (shares.at(-1) ?? 0)
    const values = { metric: series.name, at: at + 1, value }
    if (at < 0 || perfect < limits.share * (shares.length - at) || at > limits.early)
      return clear(values, { 'data-leakage': 1, 'single-class': 1 })
    const train = main(accuracy, 'train')
    const alike = train !== undefined && shareAt(train, 1) > limits.nearly
    const ahead = train === undefined || shareAt(train, at) < limits.behind
    return found(
      finding({
        id: 'too-good',
        values,
        where: { split: 'val' },
        exhibits: shares.length > 1 ? [curveExhibit('validation', [series, train])] : [],
        points: pointsOf(alike, ahead, at === 0, (examplesValFact ?? limits.few) < limits.few),
        ground: 'val/too-good',
      }),
    )
  },
})

/** A curve's value at an index, or its last one before. */
function shareAt(series: Series, index: number): number {
  return asShare(series)[Math.min(index, series.value.length - 1)]!
}

/** `alike`: training is perfect too; `ahead`: training is behind; `few`: so few examples are all right by chance too. */
function pointsOf(alike: boolean, ahead: boolean, fromTheFirst: boolean, few: boolean): Weights {
  return {
    'data-leakage': few || (!alike && !ahead) ? 1.5 : alike ? 2 : fromTheFirst ? 3.2 : 2.4,
    'single-class': alike ? 4.4 : 1.4,
    healthy: alike ? -2 : -0.5,
    'easy-validation-set': 1.4,
    'wrong-metric': 0.8,
  }
}
