// Are there classes in the validation data that the training never sees, as where the end of a sorted file is held out?

import type { BatchTensor } from '../../record/tables.ts'
import { clear, defineCheck, finding, found, irrelevant } from '../check.ts'
import { isCrossEntropy, lossKind } from '../task.ts'

export default defineCheck({
  name: 'split-labels',
  group: 'data',
  needs: ['targets', 'order', 'run'],
  helps: [],
  limits: {
    ignored: -100, // label that PyTorch leaves out of the loss by default
    each: 10, // labels a class that must have been counted in training, for a class to be missed there
  },
  examine({ targets, order, run }, limits) {
    if (!isCrossEntropy(lossKind(run))) return irrelevant('no-labels-in-order')
    const counted = order.find((one) => one.split === 'train')
    const train = rangeOf(targets.filter((one) => one.split === 'train'))
    const val = rangeOf(targets.filter((one) => one.split === 'val'))
    if (!counted || !train || !val) return irrelevant('one-held-out')
    // where there is one class only, or most labels are left out of the loss, that is the matter
    if (counted.classes < 2 || train.least === limits.ignored) return irrelevant('no-labels-in-order')
    const enough = counted.examples >= limits.each * counted.classes
    // a few batches may lack a class that was counted in others
    if (!enough || train.most - train.least + 1 < counted.classes) return irrelevant('few-batches')
    const values = { least: val.least, most: val.most, low: train.least, high: train.most, examples: counted.examples }
    if (val.most <= train.most && val.least >= train.least) return clear(values, { 'unshuffled-data': 0.5 })
    return found(
      finding({
        id: 'split-labels-apart',
        values,
        where: { split: 'val' },
        points: { 'unshuffled-data': 7, 'distribution-shift': 4, overfitting: -3, 'too-little-data': -2, healthy: -4 },
        ill: true,
        sees: 'unshuffled-data',
        ground: 'data/splits',
      }),
    )
  },
})

/** Smallest and largest of the labels that were described; undefined where they are no whole numbers. */
function rangeOf(list: readonly BatchTensor[]): { readonly least: number; readonly most: number } | undefined {
  const whole = list.filter((one) => one.distinct !== undefined && one.shape.length <= 2 && (one.shape[1] ?? 1) === 1)
  if (whole.length === 0 || whole.length < list.length) return undefined
  return { least: Math.min(...whole.map((one) => one.min)), most: Math.max(...whole.map((one) => one.max)) }
}
