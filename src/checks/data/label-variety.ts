// Do the targets that pass by differ from each other at all?

import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { lossKind } from '../task.ts'

export default defineCheck({
  name: 'label-variety',
  group: 'data',
  needs: ['targets', 'run'],
  helps: ['order'],
  limits: {
    batches: 3, // batches that must have been seen
    examples: 60, // and labels in them
    ignored: -100, // label that PyTorch leaves out of the loss by default
  },
  examine({ targets, run, order }, limits) {
    const list = targets.filter((one) => one.split === 'train' && one.shape.length > 0 && one.nonFinite === 0)
    const rows = list.reduce((sum, one) => sum + (one.shape[0] ?? 0), 0)
    const first = list[0]
    if (!first || list.length < limits.batches || rows < limits.examples) return irrelevant('few-batches')
    const same = list.every((one) => one.min === first.min && one.max === first.min)
    const mixed = order?.some((one) => one.split === 'train' && one.classes > 1) ?? false
    const values = { batches: list.length, examples: rows, value: first.min, min: first.min, max: first.max }
    if (!same || mixed) return clear(values, { 'single-class': 3, 'no-targets-found': 2 })
    const masked = first.min === limits.ignored
    return found(
      finding({
        id: masked ? 'targets-all-ignored' : 'targets-all-equal',
        values,
        where: { steps: [first.step, list.at(-1)!.step], split: 'train' },
        points: masked
          ? { 'no-targets-found': 6, 'single-class': 2, healthy: -4 }
          : { 'single-class': lossKind(run) === 'regression' ? 5 : 6, 'no-targets-found': 2.5, healthy: -4 },
        ill: true,
        ground: 'targets/variety',
      }),
    )
  },
})
