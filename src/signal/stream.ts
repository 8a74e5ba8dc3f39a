// A quick look at every point of a curve as it arrives, which says where the slower measures should look.
import { present } from './column.ts'
import { type Marks, marksOf, NON_FINITE, RISE, SHIFT, SPIKE, type Window } from './windows.ts'

export type { Why, Window } from './windows.ts'

/** Limits of the screen; all in robust standard deviations unless said otherwise. */
export interface ScreenOptions {
  /** Work on logarithms: 'auto' until a value at or below 0 arrives, then linear for good; or 'never'. */
  readonly log: 'auto' | 'never'
  /** Weight of a new point in the level and in the scale, 0..1. */
  readonly alpha: number
  /** A point this far from the level is a spike. */
  readonly spike: number
  /** CUSUM: what is forgiven at each point, and the sum that is a shift. */
  readonly drift: number
  readonly shift: number
  /** Page-Hinkley: what is forgiven at each point above the lowest level, and the sum that is a rise. */
  readonly forgive: number
  readonly rise: number
  /** Points judged by nothing at the start, while level and scale form. */
  readonly warmUp: number
  /** Points added on both sides of a window in the report; windows nearer than that are one. */
  readonly margin: number
  /** Most windows of the report; when there are more, near ones of a kind are joined. */
  readonly most: number
}

/** What the screen saw. Indexes count pushed values from 0 and are -1 where there was none. */
export interface ScreenReport {
  /** Values pushed, and how many of them were of each kind; `finite` within ±1e100. */
  readonly count: number
  readonly finite: number
  readonly nan: { readonly count: number; readonly first: number }
  /** +Infinity, or above 1e100. */
  readonly positiveInfinity: { readonly count: number; readonly first: number }
  /** -Infinity, or below -1e100. */
  readonly negativeInfinity: { readonly count: number; readonly first: number }
  /** Extremes of the finite values; value 0 and index -1 if there was none. */
  readonly min: { readonly value: number; readonly index: number }
  readonly max: { readonly value: number; readonly index: number }
  /** Mean and sample variance of the finite values (Welford 1962); 0 where undefined. */
  readonly mean: number
  readonly variance: number
  /** Whether level and scale are of logarithms. */
  readonly log: boolean
  /** Exponentially weighted level at the end, and robust scale of a point about it (of logarithms if `log`). */
  readonly level: number
  readonly scale: number
  /** Two-sided CUSUM (Page 1954) at the end, in scales. */
  readonly cusum: { readonly up: number; readonly down: number }
  /** Page-Hinkley sum since the lowest level at the end, in scales, and the index of that level. */
  readonly pageHinkley: { readonly sum: number; readonly since: number }
  /** Where to look: `from` included, `to` not; in order, those of one kind apart from each other. */
  readonly windows: readonly Window[]
}

/** A screen in progress. */
export interface Screen {
  /** Takes the next value, in constant time and without allocation. */
  push(value: number): void
  /** What was seen so far; pushing may go on. */
  report(): ScreenReport
}

const DEFAULTS: ScreenOptions = {
  log: 'auto',
  alpha: 0.05,
  spike: 8,
  drift: 1,
  shift: 8,
  forgive: 1,
  rise: 50,
  warmUp: 16,
  margin: 32,
  most: 64,
}

const MEAN_DEVIATION_TO_SD = Math.sqrt(Math.PI / 2)
/** One point counts for at most this many scales in a sum, and widens the scale by at most so much. */
const MOST_OF_ONE = 4

/** One object of numbers, whose fields are written in place: numbers that a closure reassigns are allocated anew. */
function initial(log: boolean) {
  return {
    ...{ count: 0, finite: 0, nan: 0, nanAt: -1, positive: 0, positiveAt: -1, negative: 0, negativeAt: -1 },
    ...{ min: 0, minAt: -1, max: 0, maxAt: -1, mean: 0, squares: 0 },
    ...{ log, level: 0, scale: 0, up: 0, upAt: 0, down: 0, downAt: 0, lowest: 0, rise: 0, lowestAt: -1 },
  }
}

type State = ReturnType<typeof initial>

function countNonFinite(s: State, value: number, at: number): void {
  if (value > 0) {
    if (s.positive++ === 0) s.positiveAt = at
  } else if (value < 0) {
    if (s.negative++ === 0) s.negativeAt = at
  } else if (s.nan++ === 0) s.nanAt = at
}

function countFinite(s: State, value: number, at: number): void {
  const n = ++s.finite
  const off = value - s.mean
  s.mean += off / n
  s.squares += off * (value - s.mean)
  if (n === 1 || value < s.min) {
    s.min = value
    s.minAt = at
  }
  if (n === 1 || value > s.max) {
    s.max = value
    s.maxAt = at
  }
}

/** Level and scale in the unit of the values from now on. */
function toLinear(s: State): void {
  s.log = false
  if (s.finite < 2) return
  s.level = Math.exp(s.level)
  s.scale *= s.level
  s.lowest = Math.exp(s.lowest)
}

/** Level and scale of the first points are plain means. */
function warm(s: State, v: number, at: number): void {
  const off = s.finite === 1 ? 0 : v - s.level
  s.level = s.finite === 1 ? v : s.level + off / s.finite
  s.scale += (MEAN_DEVIATION_TO_SD * Math.abs(off) - s.scale) / s.finite
  s.lowest = s.level
  s.lowestAt = at
}

/** Level and scale follow the point, but no farther than four scales. */
function follow(s: State, off: number, alpha: number): void {
  const most = MOST_OF_ONE * s.scale
  const held = s.scale === 0 ? off : off > most ? most : off < -most ? -most : off
  s.level += alpha * held
  s.scale += alpha * (MEAN_DEVIATION_TO_SD * Math.abs(held) - s.scale)
}

/** Tests one point against level and scale, and marks what stands out. */
function judge(s: State, off: number, at: number, o: ScreenOptions, marks: Marks): void {
  const u = s.scale > 0 ? off / s.scale : off === 0 ? 0 : off * Number.POSITIVE_INFINITY
  if (u >= o.spike || u <= -o.spike) marks.mark(SPIKE, at, at + 1)
  const held = u > MOST_OF_ONE ? MOST_OF_ONE : u < -MOST_OF_ONE ? -MOST_OF_ONE : u
  if (s.up === 0) s.upAt = at
  if (s.down === 0) s.downAt = at
  s.up = Math.max(0, s.up + held - o.drift)
  s.down = Math.max(0, s.down - held - o.drift)
  if (s.up > o.shift) {
    marks.mark(SHIFT, s.upAt, at + 1)
    s.up = 0
  }
  if (s.down > o.shift) {
    marks.mark(SHIFT, s.downAt, at + 1)
    s.down = 0
  }
  if (s.level < s.lowest) {
    s.lowest = s.level
    s.lowestAt = at
    s.rise = 0
  }
  const above = s.scale > 0 ? (off + s.level - s.lowest) / s.scale : off > 0 ? MOST_OF_ONE : 0
  s.rise = Math.max(0, s.rise + (above > MOST_OF_ONE ? MOST_OF_ONE : above) - o.forgive)
  if (s.rise > o.rise) marks.mark(RISE, s.lowestAt, at + 1)
}

function reportOf(s: State, marks: Marks): ScreenReport {
  return {
    count: s.count,
    finite: s.finite,
    nan: { count: s.nan, first: s.nanAt },
    positiveInfinity: { count: s.positive, first: s.positiveAt },
    negativeInfinity: { count: s.negative, first: s.negativeAt },
    min: { value: s.min, index: s.minAt },
    max: { value: s.max, index: s.maxAt },
    mean: s.mean,
    variance: s.finite < 2 ? 0 : s.squares / (s.finite - 1),
    log: s.log && s.finite > 0,
    level: s.level,
    scale: s.scale,
    cusum: { up: s.up, down: s.down },
    pageHinkley: { sum: s.rise, since: s.lowestAt },
    windows: marks.list(s.count),
  }
}

/**
 * A screen over every point of a curve: counts, extremes, mean and variance, a robust exponentially weighted level and
 * scale, a two-sided CUSUM (Page 1954) of the deviations from the level, a Page-Hinkley sum (Hinkley 1971) above the
 * lowest level. It marks generously; the batch measures then judge the windows it reports. Where the scale is still 0,
 * any deviation is a spike.
 * @param options what differs from the defaults
 */
export function screen(options: Partial<ScreenOptions> = {}): Screen {
  const o: ScreenOptions = { ...DEFAULTS, ...options }
  const s = initial(o.log === 'auto')
  const marks = marksOf(o.margin, o.most)
  return {
    push(value) {
      const at = s.count++
      if (!present(value)) {
        countNonFinite(s, value, at)
        marks.mark(NON_FINITE, at, at + 1)
        return
      }
      countFinite(s, value, at)
      if (s.log && value <= 0) toLinear(s)
      const v = s.log ? Math.log(value) : value
      if (s.finite <= o.warmUp || s.finite === 1) {
        warm(s, v, at)
        return
      }
      const off = v - s.level
      judge(s, off, at, o, marks)
      follow(s, off, o.alpha)
    },
    report: () => reportOf(s, marks),
  }
}
