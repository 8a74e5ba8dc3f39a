// The end of a reading: growing columns become the series of a record.

import { type Message, message } from '../locales/speak.ts'
import type { RunEvent } from '../record/run.ts'
import type { Axis, Series, Split } from '../record/series.ts'
import { coordinate, type Growing, keepRows, trimmed } from './columns.ts'
import { nearly, type Segment } from './segment.ts'

interface Finished {
  readonly series: readonly Series[]
  readonly events: readonly RunEvent[]
  readonly notes: readonly Message[]
}

/**
 * The series of a run, in the order in which its curves began. Lines that several processes wrote count once; steps that
 * never move are dropped, so that the order counts; parts of a loss are the loss where nothing else is.
 */
export function finish(run: Segment): Finished {
  const events: RunEvent[] = []
  const notes: Message[] = []
  const curves = withoutPrinted(run.curves)
  const ranks = Math.max(1, ...curves.map(dropTwins))
  if (ranks > 1) events.push({ kind: 'ranks', value: ranks, text: '' })
  for (const curve of curves) {
    const stuck = dropUnmoving(curve)
    if (stuck !== undefined) notes.push(message('note.unmoving-steps', { name: curve.name, step: stuck }))
  }
  const none = blank(Math.max(0, ...curves.map((curve) => curve.length)))
  const whole = new Set(curves.filter((curve) => curve.metric === 'loss').map((curve) => curve.split))
  const series = curves.map((curve) => toSeries(curve, whole, none))
  return { series, events, notes }
}

/**
 * What was measured counts once, though the program may print it too: under the same split, or under the other name of
 * held-out data where it prints but one. A curve that was printed long after the measuring ended stays.
 */
function withoutPrinted(curves: readonly Growing[]): readonly Growing[] {
  const measured = curves.filter((curve) => curve.measured && curve.layer === undefined)
  if (measured.length === 0) return curves
  const printed = curves.filter((curve) => !curve.measured)
  const has = (all: readonly Growing[], metric: string, split: Split) =>
    all.find((one) => one.metric === metric && one.split === split)
  return curves.filter((curve) => {
    if (curve.measured) return true
    const { metric, split } = curve
    const other = split === 'test' && !has(printed, metric, 'val') ? has(measured, metric, 'val') : undefined
    const twin = has(measured, metric, split) ?? other
    return twin === undefined || curve.lastStep > LATER * twin.lastStep
  })
}
const LATER = 2

function toSeries(curve: Growing, whole: ReadonlySet<Split>, none: Float64Array): Series {
  const { name, metric, split, mean, length, layer } = curve
  return {
    name,
    metric: metric === 'loss-part' && !whole.has(split) ? 'loss' : metric,
    split,
    axis: axisOf(curve),
    mean,
    ...(layer !== undefined && { layer }),
    step: curve.step ? trimmed(curve.step, length) : none.subarray(0, length),
    epoch: curve.epoch ? trimmed(curve.epoch, length) : none.subarray(0, length),
    value: trimmed(curve.value, length),
  }
}

/** One column of NaN serves all curves whose source gave no such coordinate. */
function blank(length: number): Float64Array {
  return new Float64Array(length).fill(Number.NaN)
}

/** The told axis; else epochs where there is one value at each whole epoch, or mostly so where no steps are given. */
function axisOf(curve: Growing): Axis {
  if (curve.told) return curve.told
  if (!curve.epoch) return 'step'
  if (!curve.step) return withinEpochs(curve, curve.epoch) ? 'step' : 'epoch'
  if (curve.length < 2) return 'step'
  for (let row = 0; row < curve.length; row++) {
    const epoch = curve.epoch[row]!
    if (!Number.isInteger(epoch) || (row > 0 && epoch <= curve.epoch[row - 1]!)) return 'step'
  }
  return 'epoch'
}

/** Whether values lie within epochs: a fifth of them at a part of one (0.5), or most at one that the value before had too. */
function withinEpochs(curve: Growing, epochs: Float64Array): boolean {
  let [parts, repeated] = [0, 0]
  for (let row = 0; row < curve.length; row++) {
    if (!Number.isInteger(epochs[row])) parts++
    else if (row > 0 && epochs[row] === epochs[row - 1]) repeated++
  }
  return 5 * parts > curve.length || 2 * repeated > curve.length
}

/** Drops what other processes wrote of the same step; returns how many processes wrote, 1 where only one did. */
function dropTwins(curve: Growing): number {
  const rows = curve.length
  // several values in an epoch are batches, unless the source says that it logs epochs
  if (rows < 2 || (!curve.step && curve.told !== 'epoch') || !repeats(curve)) return 1
  const sizes = new Map<number, number>()
  let bursts = 0
  let alike = 0
  for (let row = 0; row < rows; ) {
    const end = burstEnd(curve, row)
    bursts++
    sizes.set(end - row, (sizes.get(end - row) ?? 0) + 1)
    if (end - row > 1 && allNear(curve, row, end)) alike++
    row = end
  }
  const multiple = bursts - (sizes.get(1) ?? 0)
  const [size = 1, often = 0] = [...sizes].filter(([size]) => size > 1).sort((a, b) => b[1] - a[1])[0] ?? []
  const regular = bursts >= 3 && often >= 0.9 * bursts && curve.told !== 'epoch'
  if (bursts < 2 || (!regular && alike < multiple)) return 1
  let last = Number.NaN
  const firsts = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) {
    const at = coordinate(curve, row)
    firsts[row] = at === last ? 0 : 1
    last = at
  }
  keepRows(curve, (row) => firsts[row] === 1)
  return size
}

function repeats(curve: Growing): boolean {
  let last = Number.NaN
  for (let row = 0; row < curve.length; row++) {
    const at = coordinate(curve, row)
    if (at === last) return true
    last = at
  }
  return false
}

/** The row behind the last one of the same coordinate; only told steps, or epochs where the curve has one a epoch. */
function burstEnd(curve: Growing, from: number): number {
  const at = coordinate(curve, from)
  let end = from + 1
  while (end < curve.length && coordinate(curve, end) === at) end++
  return end
}

function allNear(curve: Growing, from: number, end: number): boolean {
  for (let row = from + 1; row < end; row++) if (!nearly(curve.value[from]!, curve.value[row]!)) return false
  return true
}

/** Drops the coordinate of a curve on which it never moves, and returns it. */
function dropUnmoving(curve: Growing): number | undefined {
  if (curve.length < 3) return undefined
  const first = coordinate(curve, 0)
  if (Number.isNaN(first)) return undefined
  for (let row = 1; row < curve.length; row++) if (coordinate(curve, row) !== first) return undefined
  if (curve.told === 'epoch' ? curve.epoch : !curve.step) curve.epoch = undefined
  else curve.step = undefined
  return first
}
