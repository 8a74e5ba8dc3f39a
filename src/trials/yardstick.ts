// The one measure by which arms are compared: chosen once, from the baseline, and read from every trial's record.

import { directionOf } from '../record/lexicon.ts'
import { factOf, type RunRecord } from '../record/run.ts'
import type { Series, Split } from '../record/series.ts'
import type { TrialRow, Yardstick } from '../record/trials.ts'

/** The end is the mean of this share of the curve, at least one value: a single value is noise, a longer part is history. */
const END = 0.1
/** a curve as it is kept and drawn */
const POINTS = 60
/** Task metrics in the order in which they say what a model is worth; a metric that is not here comes after them. */
const TASK = ['balanced-accuracy', 'macro-f1', 'f1', 'auc', 'accuracy', 'r2', 'mae', 'rmse', 'mse']
/** Whatever else has a direction but measures no quality of a model. */
const NOT_TASK = new Set(['loss', 'data-loss', 'eval-loss-on-train', 'perplexity'])

/**
 * The user's own task metric on held-out data, else the loss there, else the train loss. Validation before test, since
 * that is watched as the training goes; the longest of several curves. Undefined where no loss was logged at all.
 */
export function chooseYardstick(run: RunRecord): Yardstick | undefined {
  for (const split of ['val', 'test'] as const) {
    const all = heldOut(run, split)
    const score = all.filter(isTask).sort((a, b) => rank(a) - rank(b) || b.value.length - a.value.length)[0]
    const chosen = score ?? lossOf(all)
    if (chosen) return measureOf(chosen, false, run)
  }
  const own = longest(
    run.series.filter(({ metric, split, layer }) => metric === 'loss' && split === 'train' && layer === undefined),
  )
  return own && measureOf(own, true, run)
}

/**
 * The loss on the data on which the first measure is a score: where something is ill and no score shows it, it is the
 * loss that is ill. Undefined where the first measure is a loss itself.
 */
export function secondYardstick(run: RunRecord, first: Yardstick): Yardstick | undefined {
  const loss = first.metric === 'loss' ? undefined : lossOf(heldOut(run, first.split))
  return loss && { ...measureOf(loss, false, run), stead: true }
}

function heldOut(run: RunRecord, split: Split): readonly Series[] {
  return run.series.filter((one) => one.split === split && one.layer === undefined && one.value.length > 0)
}

function lossOf(all: readonly Series[]): Series | undefined {
  return longest(all.filter(({ metric }) => metric === 'loss'))
}

function isTask({ metric }: Series): boolean {
  return directionOf(metric) !== 'none' && !NOT_TASK.has(metric)
}

function rank({ metric }: Series): number {
  const at = TASK.indexOf(metric)
  return at < 0 ? TASK.length : at
}

function longest(all: readonly Series[]): Series | undefined {
  return [...all].sort((a, b) => b.value.length - a.value.length)[0]
}

function measureOf({ name, metric, split, axis }: Series, own: boolean, run: RunRecord): Yardstick {
  const examples = factOf(run, `examples_${split}`)
  const better = directionOf(metric) === 'up' ? 'up' : 'down'
  return { name, metric, split, axis, better, own, ...(examples === undefined ? {} : { examples }) }
}

/** The curve of the yardstick in a record, if it is there. */
export function curveOf(run: RunRecord, { name, metric, split, axis }: Yardstick): Series | undefined {
  const all = run.series.filter((one) => one.metric === metric && one.split === split && one.layer === undefined)
  return all.find((one) => one.name === name && one.axis === axis) ?? all.find((one) => one.axis === axis) ?? all[0]
}

/** Its value at the end; NaN where the end is no number, undefined where there is none. */
export function valueAtEnd({ value }: Pick<Series, 'value'>): number | undefined {
  if (value.length === 0) return undefined
  const end = value.subarray(-Math.max(1, Math.round(END * value.length)))
  return end.reduce((sum, one) => sum + one, 0) / end.length
}

/**
 * Points over the share of the training: the nth of `length` evaluations, whatever a change does to steps and batches.
 * `length`: how many values the baseline has; undefined for the baseline itself.
 */
export function pointsOf({ value, split, epoch, step }: Series, whole: Whole | undefined): TrialRow['curve'] {
  const share = shareOf({ value, split, epoch, step }, whole)
  const every = Math.max(1, value.length / POINTS)
  const points: [number, number | null][] = []
  for (let i = 0; i < POINTS && i * every < value.length; i++) {
    const [from, to] = [Math.floor(i * every), Math.min(value.length, Math.floor((i + 1) * every))]
    const mean = value.subarray(from, to).reduce((sum, one) => sum + one, 0) / (to - from)
    points.push([share[to - 1]!, Number.isFinite(mean) ? Number(mean.toPrecision(6)) : null])
  }
  return points
}

/**
 * A record on the measure: its value at the end, NaN where that is no number and undefined where there is none, and its
 * curve. `scaled`: metrics that a change made so many times too small, by name.
 */
export function measured(
  run: RunRecord,
  yardstick: Yardstick,
  whole: Whole | undefined,
  scaled: Readonly<Record<string, number>> = {},
): { readonly end: number | undefined; readonly curve: TrialRow['curve'] } {
  const series = curveOf(run, yardstick)
  if (series === undefined) return { end: undefined, curve: [] }
  const times = scaled[yardstick.name] ?? scaled[yardstick.metric] ?? 1
  const end = valueAtEnd(series)
  const curve = pointsOf(series, whole).map(([at, value]) => [at, value === null ? null : value * times] as const)
  return { end: end === undefined ? undefined : end * times, curve }
}

/** How long the curve of the baseline is: its number of values, its last epoch (NaN where unknown). */
export interface Whole {
  readonly values: number
  readonly epochs: number
}

export function wholeOf({ value, epoch }: Pick<Series, 'value' | 'epoch'>): Whole {
  return { values: value.length, epochs: epoch.at(-1) ?? Number.NaN }
}

/** On held-out data each value is one evaluation; of the train loss the epoch counts where it is known. */
function shareOf(
  { value, split, epoch }: Pick<Series, 'value' | 'split' | 'epoch' | 'step'>,
  whole: Whole | undefined,
): Float64Array {
  const { values, epochs } = whole ?? wholeOf({ value, epoch })
  const byEpoch = (split as Split) === 'train' && epochs > 1 && epoch.every(Number.isFinite)
  return byEpoch ? epoch.map((one) => Math.min(1, one / epochs)) : value.map((_, i) => Math.min(1, (i + 1) / values))
}

/** Above 0 where `a` is better than `b`. */
export function better({ better: way }: Pick<Yardstick, 'better'>, a: number, b: number): number {
  return way === 'up' ? a - b : b - a
}
