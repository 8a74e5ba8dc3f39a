// What kind of task a run is, as far as facts, metric names and numbers tell: loss function, classes, level of guessing.

import { factOf, type RunRecord } from '../record/run.ts'
import type { Given } from './check.ts'
import { main } from './curves.ts'

export type LossKind = 'cross-entropy' | 'binary-cross-entropy' | 'regression' | 'other' | undefined

const CROSS = /cross.?entropy|nll|softmax|logloss|log.loss|perplexity/i
const BINARY = /binary|bce|sigmoid/i
const REGRESSION = /\b(mse|mae|rmse|huber|smooth.?l1|l1.loss|l2.loss|mean.?(squared|absolute))/i
const CLASSIFIED = new Set([
  'accuracy',
  'top-k-accuracy',
  'balanced-accuracy',
  'auc',
  'f1',
  'precision',
  'recall',
  'error',
])

/** Evidence of BatchNorm layers: said, listed, or to be assumed of a pretrained vision model. */
export const NORM_EVIDENCE = ['batchNormFact', 'pretrainedFact', 'layers'] as const

/** Whether the model has BatchNorm, whose statistics differ between training and evaluation. */
export function hasBatchNorm(known: Given<never, (typeof NORM_EVIDENCE)[number]>): boolean {
  if (known.batchNormFact === true || known.pretrainedFact === true) return true
  return (known.layers ?? []).some((layer) => /batch.?norm/i.test(layer.kind))
}

/** The loss function's kind: from the stated loss, else from metric names; `undefined` where nothing tells. */
export function lossKind(run: RunRecord): LossKind {
  const stated = factOf(run, 'loss_function')
  if (stated !== undefined) return kindOf(stated) ?? 'other'
  for (const series of run.series) {
    const kind = kindOf(series.name)
    if (kind && kind !== 'regression') return kind
  }
  const task = factOf(run, 'task')
  if (task === 'regression') return 'regression'
  if (task === 'classification' || task === 'language-model') return 'cross-entropy'
  const activation = factOf(run, 'output_activation')
  if (activation === 'softmax') return 'cross-entropy'
  if (run.series.some((series) => ['mae', 'mse', 'rmse', 'r2'].includes(series.metric))) return 'regression'
  return undefined
}

function kindOf(name: string): LossKind {
  if (BINARY.test(name)) return 'binary-cross-entropy'
  if (CROSS.test(name)) return 'cross-entropy'
  return REGRESSION.test(name) ? 'regression' : undefined
}

/** Whether a loss is a cross-entropy, over two classes or many. */
export function isCrossEntropy(kind: LossKind): boolean {
  return kind === 'cross-entropy' || kind === 'binary-cross-entropy'
}

/** Whether the run classifies: stated, or it logs a metric of classes and nothing says that it is a regression. */
export function classifies(run: RunRecord): boolean {
  const kind = lossKind(run)
  if (kind === 'regression') return false
  if (isCrossEntropy(kind)) return true
  if ((factOf(run, 'classes') ?? 0) >= 2) return true
  return run.series.some((series) => CLASSIFIED.has(series.metric))
}

/** Number of classes: stated, from the output layer, or two for a binary loss; undefined where nothing tells. */
export function classCount(run: RunRecord): number | undefined {
  const stated = factOf(run, 'classes')
  if (stated !== undefined && stated >= 2) return stated
  const units = factOf(run, 'output_units')
  if (units !== undefined && units >= 2 && factOf(run, 'task') !== 'regression') return units
  return lossKind(run) === 'binary-cross-entropy' ? 2 : undefined
}

export interface Guess {
  readonly classes: number
  readonly level: number
  /** relative distance of the value from ln K */
  readonly off: number
}

/** Small class counts, and those of well-known data sets, whose ln K people meet. */
const COMMON = [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 26, 37, 50, 100, 101, 200, 1000]

/** The class count whose uniform guess costs about `value`; only near ones (relative `within`), the stated count first. */
export function guessOf(value: number, run: RunRecord, within: number): Guess | undefined {
  const stated = classCount(run)
  const list = stated ? [stated] : COMMON
  let best: Guess | undefined
  for (const classes of list) {
    const level = Math.log(classes)
    const off = Math.abs(value - level) / level
    if (off <= within && (!best || off < best.off)) best = { classes, level, off }
  }
  return best
}

/** The accuracy of guessing; undefined where the number of classes is. */
export function chance(run: RunRecord): number | undefined {
  const classes = classCount(run)
  return classes ? 1 / classes : undefined
}

/** Whether a log has any validation curve at all. */
export function hasHeldOut(run: RunRecord): boolean {
  return run.series.some((series) => series.split !== 'train')
}

/** First finite train loss, where training began within the record (first epoch or step near 0). */
export function firstLoss(run: RunRecord): number | undefined {
  const series = main(
    run.series.filter((one) => one.metric === 'loss'),
    'train',
  )
  if (!series) return undefined
  const start = series.axis === 'epoch' ? series.epoch[0] : series.step[0]
  if (start !== undefined && Number.isFinite(start) && start > (series.axis === 'epoch' ? 1 : 100)) return undefined
  return series.value.find(Number.isFinite)
}

/**
 * The size of a difference in loss that matters, to hold swings and gaps against: what guessing costs in a
 * classification, else the level at which the curve begins. A loss that is a hundredth of it may double unnoticed.
 */
export function lossUnit(run: RunRecord, values: ArrayLike<number>): number {
  const first = Array.from(values).find(Number.isFinite) ?? Number.NaN
  const classes = classCount(run)
  if (classes && classifies(run)) return Math.log(classes)
  if (classifies(run)) return Math.max(Math.LN2, Math.min(Math.abs(first), Math.log(1000)))
  return Math.abs(first)
}
