// Is there a held-out split, and is it large enough for its score to mean something?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { beside, splitOf } from '../data-beside.ts'

export default defineCheck({
  name: 'held-out-rows',
  group: 'data',
  needs: ['parts', 'run'],
  helps: ['baselines', 'taskFact'],
  limits: {
    error: 0.05, // standard error of an accuracy from which it says little
    rows: 30, // rows of a regression's held-out split, at least
    usual: 0.8, // accuracy that is assumed where none was measured
  },
  examine({ parts, run, baselines, taskFact }, limits) {
    const held = parts.filter((one) => one.split === 'val' || one.split === 'test')
    const train = parts.find((one) => one.split === 'train')
    if (!train) return irrelevant('one-split')
    const trained = run.series.length > 0
    if (held.length === 0) {
      // a run that logs a validation has one, whatever was passed here
      if (trained) return irrelevant('one-split')
      return found(
        finding({
          id: 'nothing-held-out',
          values: { rows: train.rows },
          points: { 'no-validation-set': 3.4 },
          ground: 'data/held-out',
        }),
      )
    }
    const smallest = [...held].sort((a, b) => a.rows - b.rows)[0]!
    const reached = Math.max(
      0,
      ...(baselines ?? []).filter((one) => one.measure === 'accuracy').map((one) => one.score),
    )
    const share = Math.min(0.98, reached > 0 ? reached : limits.usual)
    const error = Math.sqrt((share * (1 - share)) / Math.max(1, smallest.rows))
    const values = { split: smallest.split, rows: smallest.rows, error, share, task: taskFact ?? 'classification' }
    const small =
      taskFact === 'regression' ? smallest.rows < limits.rows : error > limits.error && smallest.rows < 10 * limits.rows
    if (!small) return clear(values, { 'validation-set-too-small': 1.5, 'no-validation-set': 4 })
    const { weight } = beside(run, smallest.rows < limits.rows ? 3.4 : 2.4, () => true)
    return found(
      finding({
        id: 'held-out-small',
        values,
        where: splitOf(smallest.split),
        points: { 'validation-set-too-small': weight },
        ground: 'data/held-out',
      }),
    )
  },
})
