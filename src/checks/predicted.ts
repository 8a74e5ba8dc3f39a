// What checks read of predictions: the score that fits the task, of which split, and whether two scores differ by more than chance.

import type { Baseline, DataSplit } from '../record/data-tables.ts'
import type { Confusion, Measure, PredictedPart, Score } from '../record/model-tables.ts'
import type { Exhibit } from './finding.ts'

/** Scores of one split side by side. */
export interface Scored {
  readonly split: DataSplit
  readonly model: Score
  readonly constant: Score | undefined
}

/** The one measure by which a task is judged; of several labels the F1, since most labels are absent. */
export function mainMeasure(scores: readonly Score[]): Measure {
  const known = new Set(scores.map((one) => one.measure))
  if (known.has('r2') || known.has('rmse')) return 'r2'
  return known.has('balanced-accuracy') ? 'accuracy' : 'macro-f1'
}

/** Of each split, training first. */
export function scoredSplits(scores: readonly Score[], measure = mainMeasure(scores)): readonly Scored[] {
  const own = scores.filter((one) => one.measure === measure)
  return own
    .filter((one) => one.of === 'model')
    .map((model) => ({
      split: model.split,
      model,
      constant: own.find((one) => one.of === 'constant' && one.split === model.split),
    }))
}

/** Training, and the held-out split that says most: the test, else the validation. */
export function trainAndHeldOut(scores: readonly Score[], measure = mainMeasure(scores)) {
  const splits = scoredSplits(scores, measure)
  const at = (name: DataSplit) => splits.find((one) => one.split === name)
  return { train: at('train'), val: at('val'), test: at('test'), held: at('test') ?? at('val') ?? at('all') }
}

/** Whether the second is below the first beyond both intervals and by at least so much. */
export function clearlyBelow(first: Score, second: Score, least: number): boolean {
  const error = Math.hypot(first.value - first.low, second.high - second.value)
  return first.value - second.value > least && first.value - second.value > error
}

/** How much of what lies above the constant guess was reached, 0..1; a score of 1 is all. */
export function reachedOf({ model, constant }: Scored): number {
  const from = constant?.value ?? 0
  return from >= 1 ? 0 : (model.value - from) / (1 - from)
}

export function rowsOf(predictions: readonly PredictedPart[] | undefined, split: DataSplit): number {
  const part = predictions?.find((one) => one.split === split)
  return part ? part.rows - part.left : 0
}

/** The best of the simple models by the measure of the task, in the unit of the scores. */
export function bestSimple(baselines: readonly Baseline[], measure: Measure): Baseline | undefined {
  const known = baselines.filter((one) => one.model !== 'constant' && one.measure === measure)
  return known.length === 0 ? undefined : known.reduce((a, b) => (b.score > a.score ? b : a))
}

/** Whether a held-out score is as good as that of the best simple model: what these data allow is reached. */
export function reachesSimple(
  scores: readonly Score[] | undefined,
  baselines: readonly Baseline[] | undefined,
): boolean {
  if (!scores || !baselines) return false
  const { val, held } = trainAndHeldOut(scores)
  const simple = bestSimple(baselines, mainMeasure(scores))
  return simple !== undefined && [val, held].some((one) => one !== undefined && one.model.value >= simple.score)
}

/** Rows of a dozen classes by truth and prediction. */
export function confusionMatrix({ classes, cells }: Confusion): Exhibit {
  const all = classes.slice(0, 12)
  return {
    kind: 'matrix',
    title: 'exhibit.confusion',
    rows: all,
    columns: all,
    cells: cells.slice(0, all.length).map((row) => row.slice(0, all.length)),
  }
}
