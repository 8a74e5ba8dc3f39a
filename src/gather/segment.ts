// A stretch of a source in which no curve goes back: the whole source, mostly.

import type { Message } from '../locales/message.ts'
import type { Fact } from '../record/fact.ts'
import type { RunEvent } from '../record/run.ts'
import { append, coordinate, copyOf, type Growing } from './columns.ts'
import { copyOfTables, type Growth, merge } from './tables.ts'

export interface Segment {
  /** curves by their place (names.ts), and in the order in which they began */
  readonly places: (Growing | undefined)[]
  readonly curves: Growing[]
  readonly facts: Fact[]
  readonly events: RunEvent[]
  readonly notes: Message[]
  readonly tables: Growth
  /** begins where the source itself says that a run begins */
  readonly told: boolean
  name: string | undefined
  /** opened by another curve than the training's: an evaluation that counts its own steps, until training goes back too */
  doubtful: boolean
  /** the epoch reached, the highest step in it and in the one before: for steps that count within the epoch */
  epoch: number
  highest: number
  before: number
  /** what to add to the steps of each epoch; undefined as long as steps count through */
  bases: Map<number, number> | undefined
  base: number
}

export function segment(told: boolean, name?: string, doubtful = false): Segment {
  return {
    places: [],
    curves: [],
    facts: [],
    events: [],
    notes: [],
    tables: {},
    told,
    name,
    doubtful,
    epoch: Number.NEGATIVE_INFINITY,
    highest: 0,
    before: 0,
    bases: undefined,
    base: 0,
  }
}

/** A copy that may be changed while the segment goes on. */
export function copyOfSegment(from: Segment): Segment {
  const copies = new Map(from.curves.map((curve) => [curve, copyOf(curve)]))
  return {
    ...from,
    places: from.places.map((curve) => curve && copies.get(curve)),
    curves: [...copies.values()],
    facts: [...from.facts],
    events: [...from.events],
    notes: [...from.notes],
    tables: copyOfTables(from.tables),
    bases: from.bases && new Map(from.bases),
  }
}

export const FORWARD = 0
export const WITHIN = 1
export const BACK = 2
type Way = typeof FORWARD | typeof WITHIN | typeof BACK

/**
 * Whether a value at `step` and `epoch` follows on the curve, begins the count of an epoch (the step goes back while the
 * epoch goes on), or goes back. NaN is a coordinate that was not given.
 */
export function wayOf(curve: Growing, step: number, epoch: number): Way {
  const steps = step - curve.lastStep
  const epochs = epoch - curve.lastEpoch
  if (curve.told === 'epoch') {
    if (epochs > 0) return FORWARD
    if (epochs < 0) return steps > 0 ? FORWARD : BACK
    return steps < 0 ? BACK : FORWARD
  }
  if (steps > 0) return FORWARD
  if (steps <= 0 && epochs > 0) return WITHIN
  return steps < 0 || epochs < 0 ? BACK : FORWARD
}

/** Adds a value to a curve of the segment; steps that count within the epoch are counted on. */
export function store(into: Segment, curve: Growing, value: number, step: number, epoch: number): void {
  if (epoch > into.epoch) nextEpoch(into, step, epoch)
  if (step > into.highest) into.highest = step
  if (!Number.isNaN(step)) curve.lastStep = step
  if (!Number.isNaN(epoch)) curve.lastEpoch = epoch
  const shift = into.bases === undefined ? 0 : (into.bases.get(epoch) ?? into.base)
  append(curve, value, step + shift, epoch)
}

/** Steps turn out to count within the epoch: from `epoch` on they are added to those of the epochs before. */
export function countWithin(into: Segment, step: number, epoch: number): void {
  if (into.bases) return
  if (epoch > into.epoch) {
    into.before = into.highest
    into.highest = step
    into.epoch = epoch
  }
  into.base = into.before + (step === 0 ? 1 : 0)
  into.bases = new Map([[epoch, into.base]])
}

function nextEpoch(into: Segment, step: number, epoch: number): void {
  into.before = into.highest
  into.highest = Number.isNaN(step) ? 0 : step
  into.epoch = epoch
  if (!into.bases) return
  into.base += into.before + (step === 0 ? 1 : 0)
  if (into.bases.size < 100_000) into.bases.set(epoch, into.base)
}

/** Puts what `next` holds behind what `into` holds; coordinates that go back are dropped, the order is kept. */
export function annex(into: Segment, next: Segment): void {
  for (const [place, curve] of next.places.entries()) {
    if (!curve) continue
    const old = into.places[place]
    if (!old) {
      into.places[place] = curve
      into.curves.push(curve)
      continue
    }
    for (let row = 0; row < curve.length; row++) {
      const step = curve.step ? curve.step[row]! : Number.NaN
      const epoch = curve.epoch ? curve.epoch[row]! : Number.NaN
      append(
        old,
        curve.value[row]!,
        step > old.lastStep ? step : Number.NaN,
        epoch >= old.lastEpoch ? epoch : Number.NaN,
      )
    }
  }
  into.facts.push(...next.facts)
  into.events.push(...next.events)
  into.notes.push(...next.notes)
  merge(into.tables, next.tables)
}

/** How far back a slower process may lag behind a quicker one that writes the same lines. */
const LAG = 4

/** Whether the value was written before by another process: the same step a few rows back, nearly the same value. */
export function isLateTwin(curve: Growing, value: number, step: number): boolean {
  if (curve.length < 2 * LAG) return false
  for (let row = curve.length - 2; row >= curve.length - LAG; row--) {
    if (coordinate(curve, row) === step) return nearly(curve.value[row]!, value)
  }
  return false
}

/** Equal but for the rounding and summation of different processes. */
export function nearly(a: number, b: number): boolean {
  return Object.is(a, b) || Math.abs(a - b) <= 1e-3 * Math.max(Math.abs(a), Math.abs(b))
}
