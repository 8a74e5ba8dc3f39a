// Long curves for checks: every point is screened, batch tests see at most 2,000 means, and close-ups of what was flagged.

import type { Series } from '../record/series.ts'
import { type ScreenReport, screen } from '../signal/stream.ts'

/** Up to this many points a curve is examined as it is. */
const WHOLE = 4000
const BINS = 2000
/** Close-ups are at most this many, of at most this many points. */
const CLOSE_UPS = 12
const CLOSE_UP = 2000

const condensedOf = new WeakMap<Series, Series>()
const reports = new WeakMap<Series, ScreenReport>()

/**
 * The curve itself, or means of 2,000 bins of it, placed at each bin's last coordinate. A bin that holds a value that is
 * not finite shows that value, so none is lost in a mean.
 */
export function condensed(series: Series): Series {
  if (series.value.length <= WHOLE) return series
  const known = condensedOf.get(series)
  if (known) return known
  const made = condense(series)
  condensedOf.set(series, made)
  return made
}

function condense(series: Series): Series {
  const n = series.value.length
  const [value, step, epoch] = [new Float64Array(BINS), new Float64Array(BINS), new Float64Array(BINS)]
  for (let bin = 0; bin < BINS; bin += 1) {
    const to = Math.floor(((bin + 1) * n) / BINS)
    value[bin] = meanOrNonFinite(series.value, Math.floor((bin * n) / BINS), to)
    step[bin] = series.step[to - 1]!
    epoch[bin] = series.epoch[to - 1]!
  }
  return { ...series, value, step, epoch }
}

function meanOrNonFinite(values: Float64Array, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i += 1) {
    const one = values[i]!
    if (!Number.isFinite(one)) return one
    sum += one
  }
  return sum / (to - from)
}

/** What a look at every single point saw; one pass, remembered a curve. */
export function screened(series: Series): ScreenReport {
  const known = reports.get(series)
  if (known) return known
  const look = screen()
  for (const one of series.value) look.push(one)
  const report = look.report()
  reports.set(series, report)
  return report
}

/** The whole curve where it is short; else the windows in which the screen saw spikes, at full resolution. */
export function closeUps(series: Series): readonly Series[] {
  if (series.value.length <= WHOLE) return [series]
  return screened(series)
    .windows.filter((window) => window.why === 'spike')
    .slice(0, CLOSE_UPS)
    .map(({ from, to }) => {
      const start = Math.max(0, from - 64)
      const end = Math.min(to, start + CLOSE_UP)
      const cut = (column: Float64Array) => column.subarray(start, end)
      return { ...series, value: cut(series.value), step: cut(series.step), epoch: cut(series.epoch) }
    })
}
