// The profile: exact moments of every column in every split, and what the rows in memory add to them.

import type { DataColumn } from '../../record/data-tables.ts'
import type { Moments } from '../exact/moments.ts'
import type { Frame, FrameColumn } from '../sample.ts'
import { outlyingCells } from './outlying-cells.ts'
import { sentinelOf } from './sentinel.ts'
import { countedRuns, quantileOf } from './sorted.ts'

const TOP = 12
const BINS = 24
const SHARES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]
const LETTERS = 80

/** In the order of `moments`. Each column of each split is sorted once. */
export function profileOf(frame: Frame, moments: readonly Moments[]): DataColumn[] {
  return frame.columns.flatMap((column) => {
    const own = moments.filter((one) => one.column === column.name)
    const sorted = own.map((one) => sortedOf(frame, column, frame.splits.indexOf(one.split)))
    const edges = column.words.length > 0 ? [] : edgesOf(sorted)
    return own.map((one, i) => describe(column, one, sorted[i]!, edges))
  })
}

/** Without missing cells; the rows of a split lie together. */
function sortedOf(frame: Frame, column: FrameColumn, split: number): Float64Array {
  const first = frame.split.indexOf(split)
  const last = frame.split.lastIndexOf(split)
  const own = first < 0 ? new Float64Array(0) : column.values.slice(first, last + 1)
  return own.filter((value) => !Number.isNaN(value)).sort()
}

function describe(column: FrameColumn, own: Moments, sorted: Float64Array, edges: readonly number[]): DataColumn {
  const { distinct, top } = countedRuns(sorted, TOP)
  return {
    column: own.column,
    split: own.split,
    kind: column.kind,
    role: column.role,
    count: own.count,
    missing: own.missing,
    infinite: own.infinite,
    distinct,
    top: top.map(([value, count]) => [(column.words[value] ?? String(value)).slice(0, LETTERS), count]),
    ...(column.words.length === 0 ? numbersOf(own, finiteOf(sorted), edges) : {}),
  }
}

function finiteOf(sorted: Float64Array): Float64Array {
  let [from, to] = [0, sorted.length]
  while (from < to && sorted[from] === Number.NEGATIVE_INFINITY) from++
  while (to > from && sorted[to - 1] === Number.POSITIVE_INFINITY) to--
  return sorted.subarray(from, to)
}

/** Edges over all splits, from the 0.5 to the 99.5 % quantile, so that splits can be laid over each other. */
function edgesOf(splits: readonly Float64Array[]): readonly number[] {
  const finite = splits.map(finiteOf).filter((one) => one.length > 0)
  if (finite.length === 0) return []
  const low = Math.min(...finite.map((one) => quantileOf(one, 0.005)))
  const high = Math.max(...finite.map((one) => quantileOf(one, 0.995)))
  if (!(high > low)) return []
  return Array.from({ length: BINS + 1 }, (_, i) => low + ((high - low) * i) / BINS)
}

function numbersOf(own: Moments, sorted: Float64Array, edges: readonly number[]) {
  if (sorted.length === 0) return {}
  const sentinel = sentinelOf(sorted)
  const rest = sentinel ? sorted.filter((value) => value !== sentinel.value) : sorted
  const outlying = outlyingCells(rest)
  return {
    min: own.min,
    max: own.max,
    mean: own.mean,
    spread: Number.isNaN(own.spread) ? 0 : own.spread,
    quantiles: SHARES.map((share) => quantileOf(sorted, share)),
    ...(edges.length > 0 ? { histogram: { edges, counts: histogramOf(sorted, edges) } } : {}),
    ...(sentinel ? { sentinel } : {}),
    ...(outlying && outlying.count > 0 ? { outlying } : {}),
  }
}

/** What lies outside the edges is counted in the outer bins. */
function histogramOf(values: Float64Array, edges: readonly number[]): number[] {
  const bins = edges.length - 1
  const counts = new Array<number>(bins).fill(0)
  const [low, high] = [edges[0]!, edges.at(-1)!]
  for (const value of values) {
    const bin = Math.floor(((value - low) / (high - low)) * bins)
    counts[Math.max(0, Math.min(bins - 1, bin))]! += 1
  }
  return counts
}
