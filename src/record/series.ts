// One metric of one run as columns of numbers, the only shape in which curves pass between rooms.

export const SPLITS = ['train', 'val', 'test'] as const
export type Split = (typeof SPLITS)[number]
export type Axis = 'epoch' | 'step'

/** What one value of a series averages over; `unknown` where the source does not tell. */
export type Mean = 'batch' | 'window' | 'running' | 'epoch' | 'unknown'

/**
 * A curve. `step`, `epoch` and `value` are columns of the same length, in the order in which they were logged.
 * A coordinate that the source did not give is NaN; a value that was logged as NaN or Inf is NaN or Inf; a value that
 * was not logged has no row at all.
 */
export interface Series {
  /** the user's own name of the metric, e.g. `val_loss` */
  readonly name: string
  /** the field's name of the metric (record/lexicon.ts), e.g. `loss`; the user's own where the lexicon has none */
  readonly metric: string
  readonly split: Split
  /** the axis on which the values lie: one a step (or batch, or window of steps), or one an epoch */
  readonly axis: Axis
  readonly mean: Mean
  /** the layer that it measures; absent for what is of the whole run */
  readonly layer?: string
  readonly step: Float64Array
  readonly epoch: Float64Array
  readonly value: Float64Array
}

/** The coordinate of each value on the series' own axis; the index where the source gave none. */
export function positions(series: Series): Float64Array {
  const own = series.axis === 'epoch' ? series.epoch : series.step
  const other = series.axis === 'epoch' ? series.step : series.epoch
  const known = own.every(Number.isFinite) ? own : other.every(Number.isFinite) ? other : undefined
  return known ?? Float64Array.from(series.value, (_, index) => index)
}

/** The finite values of a series, in order. */
export function finiteValues(series: Series): Float64Array {
  return series.value.filter(Number.isFinite)
}

/** Last finite value, or undefined. */
export function lastFinite(series: Series): number | undefined {
  for (let i = series.value.length - 1; i >= 0; i--) if (Number.isFinite(series.value[i])) return series.value[i]
  return undefined
}
