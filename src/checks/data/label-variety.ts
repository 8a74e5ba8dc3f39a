// Do the targets that pass by differ from each other at all?

import type { BatchTensor } from '../../record/tables.ts'
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
    most: 0.5, // share of the labels left out from which they are what is wrong
  },
  examine({ targets, run, order }, limits) {
    const list = targets.filter((one) => one.split === 'train' && one.shape.length > 0 && one.nonFinite === 0)
    // the order may have been read of more batches than were looked into
    const whole = order?.find((one) => one.split === 'train' && one.classes > 0)
    const rows = Math.max(
      list.reduce((sum, one) => sum + (one.shape[0] ?? 0), 0),
      whole?.examples ?? 0,
    )
    const batches = Math.max(list.length, whole?.batches ?? 0)
    const first = list[0]
    if (!first || batches < limits.batches || rows < limits.examples) return irrelevant('few-batches')
    const same = list.every((one) => one.min === first.min && one.max === first.min)
    // beside the labels that the loss leaves out there may be one single class
    const part = list.every((one) => one.min === limits.ignored && (one.distinct ?? 3) <= 2)
    const classes = whole?.classes ?? 1
    const labels = part && !same ? Math.max(...list.map((one) => one.max)) : first.min
    const left = part ? shareLeftOut(list, limits.ignored) : 0
    const values = { batches, examples: rows, value: labels, min: first.min, max: first.max, left }
    if (!(same || part) || classes > (part && !same ? 2 : 1))
      return clear(values, { 'single-class': 3, 'no-targets-found': 2 })
    const masked = part && (same || left > limits.most)
    return found(
      finding({
        id: !part ? 'targets-all-equal' : same ? 'targets-all-ignored' : 'targets-mostly-ignored',
        values,
        where: { steps: [first.step, list.at(-1)!.step], split: 'train' },
        points: masked
          ? { 'no-targets-found': 7, 'single-class': 3, 'labels-out-of-range': 1, healthy: -4 }
          : { 'single-class': lossKind(run) === 'regression' ? 5.5 : 8, 'no-targets-found': 2.5, healthy: -4 },
        ill: true,
        sees: masked ? 'no-targets-found' : 'single-class',
        ground: 'targets/variety',
      }),
    )
  },
})

/** Share of the labels that the loss leaves out, of batches that hold these and one other value. */
function shareLeftOut(list: readonly BatchTensor[], ignored: number): number {
  const parts = list.map(({ mean, max }) => (max === ignored ? 1 : (max - mean) / (max - ignored)))
  return parts.reduce((sum, one) => sum + one, 0) / parts.length
}
