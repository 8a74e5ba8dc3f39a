// Is the validation result too good: at its ceiling from the start, or better than training without dropout?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { asShare, curveExhibit, heldOut, main } from '../curves.ts'

export default defineCheck({
  name: 'too-good',
  group: 'data',
  needs: ['run'],
  helps: ['accuracy', 'metrics'],
  limits: { perfect: 0.9995, early: 2, share: 0.8, behind: 0.97 },
  examine({ accuracy, metrics }, limits) {
    const series =
      heldOut(accuracy) ?? heldOut((metrics ?? []).filter((one) => one.metric === 'auc' || one.metric === 'r2'))
    if (!series) return irrelevant('no-held-out-metric')
    const shares = asShare(series).filter(Number.isFinite)
    const perfect = shares.findIndex((one) => one > limits.perfect)
    const stays =
      perfect >= 0 &&
      shares.slice(perfect).filter((one) => one > limits.perfect).length >= limits.share * (shares.length - perfect)
    const train = main(accuracy, 'train')
    const reached = train && train !== series ? asShare(train)[Math.min(perfect, train.value.length - 1)]! : 0
    const ahead = reached < limits.behind
    const alike =
      train !== undefined &&
      train !== series &&
      asShare(train)[Math.min(1, train.value.length - 1)]! > limits.perfect - 0.01
    const values = {
      metric: series.name,
      at: perfect + 1,
      value: perfect >= 0 ? shares[perfect]! : (shares.at(-1) ?? 0),
    }
    if (!stays || perfect > limits.early) return clear(values, { 'data-leakage': 1, 'single-class': 1 })
    return found(
      finding({
        id: 'too-good',
        values,
        where: { split: 'val' },
        exhibits: shares.length > 1 ? [curveExhibit('validation', [series, train])] : [],
        points: {
          'data-leakage': alike ? 2 : !ahead ? 1.5 : perfect === 0 ? 3.2 : 2.4,
          'single-class': alike ? 4.4 : 1.4,
          healthy: alike ? -2 : -0.5,
          'easy-validation-set': 1.4,
          'wrong-metric': 0.8,
        },
        ground: 'val/too-good',
      }),
    )
  },
})
