// What checks ask of curves again and again: the main loss of a split, aligned pairs, levels, exhibits.

import type { MessageId } from '../locales/speak.ts'
import type { RunRecord } from '../record/run.ts'
import { positions, type Series, type Split } from '../record/series.ts'
import { median } from '../signal/quantile.ts'
import { condensed } from './condense.ts'
import type { Exhibit } from './finding.ts'

/** The curve that stands for a split: an epoch curve before a step curve where both have enough points, else the longer. */
export function main(all: readonly Series[] | undefined, split: Split): Series | undefined {
  const own = (all ?? []).filter((series) => series.split === split && series.value.length > 0)
  const epochs = own.filter((series) => series.axis === 'epoch' && series.mean !== 'running')
  const enough = epochs.filter((series) => series.value.length >= 3)
  const chosen = longest(enough) ?? longest(own.filter((series) => series.mean !== 'running')) ?? longest(own)
  return chosen && condensed(chosen)
}

/** The finest curve of a split: the one with the most points. */
export function finest(all: readonly Series[] | undefined, split: Split): Series | undefined {
  const chosen = whole(all, split)
  return chosen && condensed(chosen)
}

/** The same, with every point. */
export function whole(all: readonly Series[] | undefined, split: Split): Series | undefined {
  return longest((all ?? []).filter((series) => series.split === split))
}

/** The curve with the most values; one without a single number is none, unless all its values are NaN or Inf. */
function longest(list: readonly Series[]): Series | undefined {
  return list.reduce<Series | undefined>(
    (best, one) => (!best || one.value.length > best.value.length ? one : best),
    undefined,
  )
}

/** Held-out curve: validation, else test. */
export function heldOut(all: readonly Series[] | undefined): Series | undefined {
  return main(all, 'val') ?? main(all, 'test')
}

/** The training curve, else the validation curve. */
export function trainOrVal(all: readonly Series[] | undefined): Series | undefined {
  return main(all, 'train') ?? main(all, 'val')
}

/** The curve that tells best what was learnt: held out, else training. */
export function heldOutOrTrain(all: readonly Series[] | undefined): Series | undefined {
  return heldOut(all) ?? main(all, 'train')
}

export interface Pair {
  readonly x: Float64Array
  readonly train: Float64Array
  readonly val: Float64Array
  readonly trainSeries: Series
  readonly valSeries: Series
}

/**
 * Train and validation at the moments of validation: finite values only. Each validation value meets the last train
 * value at or before it (or the first after it), of single batches the middle one of the last few since the validation
 * before; two curves of the same length without coordinates pair by index.
 */
export function pair(all: readonly Series[] | undefined): Pair | undefined {
  const valSeries = heldOut(all)
  if (!valSeries) return undefined
  const trainSeries = partner(all, valSeries)
  if (!trainSeries) return undefined
  const [xs, tx] = commonAxis(trainSeries, valSeries)
  const x: number[] = []
  const train: number[] = []
  const val: number[] = []
  for (let i = 0; i < valSeries.value.length; i += 1) {
    const at = tx ? before(tx, xs[i]!) : i
    const one = levelAt(trainSeries, at, tx && i > 0 ? before(tx, xs[i - 1]!) : -1)
    const other = valSeries.value[i]!
    if (one === undefined || !Number.isFinite(one) || !Number.isFinite(other)) continue
    x.push(xs[i]!)
    train.push(one)
    val.push(other)
  }
  return x.length > 0
    ? { x: Float64Array.from(x), train: Float64Array.from(train), val: Float64Array.from(val), trainSeries, valSeries }
    : undefined
}

/** Batches of which the middle one stands for their time: the last of an epoch may hold a single example. */
const BATCHES = 5

/** The value of a training curve at a place; `since`: the place of the value that was paired before. */
function levelAt({ value, mean }: Series, at: number, since: number): number | undefined {
  const from = Math.max(since + 1, at - BATCHES + 1)
  const last = mean === 'batch' ? Array.from(value.subarray(from, at + 1)) : []
  return last.length === BATCHES && last.every(Number.isFinite) ? median(last) : value[at]
}

/** Paired accuracies (`pair`) as shares. */
export function pairOfShares(accuracy: readonly Series[] | undefined): Pair | undefined {
  const both = pair(accuracy)
  return (
    both && {
      ...both,
      train: asShare({ ...both.trainSeries, value: both.train }),
      val: asShare({ ...both.valSeries, value: both.val }),
    }
  )
}

function partner(all: readonly Series[] | undefined, val: Series): Series | undefined {
  const own = (all ?? []).filter((series) => series.split === 'train')
  const bare = (name: string) => name.toLowerCase().replace(/val(id(ation)?)?|test|eval|train(ing)?|[^a-z0-9]/g, '')
  const sameName = own.filter((series) => bare(series.name) === bare(val.name))
  const sameAxis = sameName.filter((series) => series.axis === val.axis)
  const chosen = longest(sameAxis) ?? longest(sameName)
  return chosen ? condensed(chosen) : main(all, 'train')
}

function commonAxis(train: Series, val: Series): [Float64Array, Float64Array | undefined] {
  for (const axis of ['epoch', 'step'] as const)
    if (val[axis].every(Number.isFinite) && train[axis].every(Number.isFinite)) return [val[axis], train[axis]]
  return [positions(val), train.value.length === val.value.length ? undefined : positions(train)]
}

/** Index of the last coordinate <= at; 0 where all are later. Coordinates ascend. */
function before(xs: Float64Array, at: number): number {
  let low = 0
  let high = xs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (xs[middle]! <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Median of the first and of the last tenth (at least one value each) of finite values. */
export function ends(values: ArrayLike<number>): { first: number; last: number } {
  const list = Array.from(values).filter(Number.isFinite)
  const part = Math.max(1, Math.round(list.length / 10))
  return { first: median(list.slice(0, part)), last: median(list.slice(-part)) }
}

export function least(values: ArrayLike<number>): { value: number; index: number } {
  let value = Number.POSITIVE_INFINITY
  let index = -1
  for (let i = 0; i < values.length; i += 1) if (values[i]! < value) [value, index] = [values[i]!, i]
  return { value, index }
}

/** Accuracies as shares: a curve in per cent is divided by 100. */
export function asShare(series: Series): Float64Array {
  const percent = series.value.some((one) => Number.isFinite(one) && one > 1.5)
  return percent ? series.value.map((one) => one / 100) : series.value
}

/** The accuracy, as a share, at which a curve ends; undefined without a curve. */
export function shareAtEnd(score: Series | undefined): number | undefined {
  return score && ends(asShare(score)).last
}

/** How many times `base` a value is; finite where the base is 0. */
export function quotient(value: number, base: number): number {
  return value / Math.max(base, 1e-12)
}

/** How far a curve came down, as a share of where it began: below 0 where it rose. */
export function relativeFall({ first, last }: { readonly first: number; readonly last: number }): number {
  return quotient(first - last, Math.abs(first))
}

export function hasNonFinite({ value }: Series): boolean {
  return value.some((one) => !Number.isFinite(one))
}

/** Where a curve lies, as the user counts. */
export function span(
  series: Series,
  from = 0,
  to = series.value.length - 1,
): { steps: [number, number] } | { epochs: [number, number] } {
  const x = positions(series)
  const range: [number, number] = [x[from] ?? from, x[to] ?? to]
  return series.axis === 'epoch' ? { epochs: range } : { steps: range }
}

const POINTS = 400

type NameOf<Id extends string> = Id extends `exhibit.${infer Name}` ? Name : never

/** What a curve may be titled: the messages `exhibit.<name>`. */
export type ExhibitName = NameOf<MessageId>

/** A curve as an exhibit: at most 400 points a line; of each bin the value farthest from the last kept one, so spikes stay. */
export function curveExhibit(
  name: ExhibitName,
  list: readonly (Series | undefined)[],
  band?: readonly [number, number],
): Exhibit {
  const series = list.filter((one) => one !== undefined)
  const positive = series.every((one) => one.value.every((v) => !Number.isFinite(v) || v > 0))
  const all = series.flatMap((one) => Array.from(one.value.filter(Number.isFinite)))
  const wide = positive && all.length > 0 && Math.max(...all.slice(0, 10_000)) / Math.min(...all.slice(0, 10_000)) > 50
  return {
    kind: 'curve',
    title: `exhibit.${name}`,
    axis: series[0]?.axis ?? 'step',
    log: wide,
    lines: series.map((one) => ({ name: one.name, split: one.split, ...thinned(one) })),
    ...(band ? { band } : {}),
  }
}

function thinned(series: Series): { x: number[]; y: (number | null)[] } {
  const x = positions(series)
  const n = series.value.length
  const size = Math.max(1, Math.ceil(n / (POINTS - 2)))
  const keep: number[] = n > 0 ? [0] : []
  for (let from = 1; from < n - 1; from += size)
    keep.push(farthest(series.value, from, Math.min(n - 1, from + size), series.value[keep.at(-1)!]!))
  if (n > 1) keep.push(n - 1)
  const show = (value: number) => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null)
  return { x: keep.map((i) => x[i]!), y: keep.map((i) => show(series.value[i]!)) }
}

/** Index in from..to (to not included) of a value that is not finite, else of the one farthest from the last kept. */
function farthest(values: Float64Array, from: number, to: number, kept: number): number {
  const base = Number.isFinite(kept) ? kept : 0
  let best = from
  for (let i = from; i < to; i += 1) {
    if (!Number.isFinite(values[i]!)) return i
    if (Math.abs(values[i]! - base) > Math.abs(values[best]! - base)) best = i
  }
  return best
}

/**
 * The epoch of each value of a step curve, counted from 0: from its own column, else by splitting it evenly where
 * another curve has one value an epoch. Undefined where nothing tells, or where every value has its own epoch.
 */
export function epochsOf(series: Series, run: RunRecord): Float64Array | undefined {
  const own = series.epoch.map((one) => Math.floor(one + 1e-9))
  if (own.every(Number.isFinite)) return new Set(own).size < own.length ? own : undefined
  const n = series.value.length
  const epochs = Math.max(
    0,
    ...run.series.filter((one) => one.axis === 'epoch' && one !== series).map((one) => one.value.length),
  )
  if (epochs < 2 || n % epochs !== 0 || n / epochs < 4) return undefined
  return Float64Array.from(series.value, (_, i) => Math.floor((i * epochs) / n))
}

/** The training loss at every step, or at every epoch where no steps are known. */
export function trainLoss(run: RunRecord): Series | undefined {
  return finest(
    run.series.filter((one) => one.metric === 'loss'),
    'train',
  )
}

/** The share of itself that a curve loses from the median of one stretch of places to that of the next. */
export function lostBetween(values: Float64Array, from: number, middle: number, to: number): number {
  const [before, after] = [median(values.slice(from, middle)), median(values.slice(middle, to))]
  return quotient(before - after, Math.abs(before))
}

/** Number of optimizer steps of the run, where steps, or epochs and steps an epoch, are known. */
export function totalSteps(run: RunRecord): number | undefined {
  let last = 0
  for (const series of run.series) for (const step of series.step) if (step > last) last = step
  return last > 0 ? last : undefined
}
