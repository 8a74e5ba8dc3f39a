// Joins the stretches of a source into runs: where the steps go back, is it a resume, a copy, or another run?

import { message } from '../locales/speak.ts'
import { append, coordinate, type Growing, keepRows, rowAt } from './columns.ts'
import { annex, type Segment } from './segment.ts'

/** A curve that both stretches hold, and its place in them. */
interface Shared {
  readonly place: number
  readonly old: Growing
  readonly next: Growing
}

/** The runs of a source, each one stretch with all that belongs to it; `measured` where it knows itself where they begin. */
export function runsOf(segments: readonly Segment[], measured = false): Segment[] {
  const runs: Segment[] = []
  for (const next of segments) {
    const last = runs.at(-1)
    if (last === undefined || (measured && next.told)) runs.push(next)
    else if (next.doubtful && hasTraining(last)) join(last, next)
    else if (next.told && next.name !== last.name && next.name !== undefined) runs.push(next)
    else if (!join(last, next)) runs.push(next)
  }
  return runs
}

/** Joins `next` to the run before it; false where it is a run of its own. */
function join(run: Segment, next: Segment): boolean {
  const shared = sharedCurves(run, next)
  const main = shared[0]
  if (next.curves.length === 0 || (main === undefined && !next.told)) {
    annex(run, next)
    return true
  }
  if (main === undefined) return false
  if (isCopy(shared, next)) {
    run.notes.push(...next.notes, message('note.repeated'))
    run.events.push(...next.events)
    run.facts.push(...next.facts)
    return true
  }
  if (next.doubtful) {
    annex(run, next)
    return true
  }
  if (next.told) return false
  const from = coordinate(main.next, 0)
  const first = coordinate(main.old, 0)
  if (from > first) resume(run, next, main)
  else if (isAtBeginning(main) && goesOn(main)) goOn(run, next, main)
  else return false
  return true
}

export function hasTraining(of: Segment): boolean {
  return of.curves.some((curve) => curve.split === 'train')
}

/** Curves of both that have coordinates; the training loss first, then the validation loss, then any other. */
function sharedCurves(run: Segment, next: Segment): Shared[] {
  const shared: Shared[] = []
  for (const [place, curve] of next.places.entries()) {
    const old = run.places[place]
    if (!curve || !old || curve.length === 0 || old.length === 0) continue
    const known = coordinate(curve, 0) + coordinate(old, 0)
    if (!Number.isNaN(known)) shared.push({ place, old, next: curve })
  }
  const rank = ({ next: { metric, split } }: Shared) => (metric === 'loss' ? 0 : 2) + (split === 'train' ? 0 : 1)
  return shared.sort((a, b) => rank(a) - rank(b))
}

/** All of `next` was there before, digit for digit: a log that is printed twice, a summary of its last lines. */
function isCopy(shared: readonly Shared[], next: Segment): boolean {
  const all = next.curves.reduce((sum, curve) => sum + curve.length, 0)
  let missed = all - shared.reduce((sum, one) => sum + one.next.length, 0)
  const allowed = all * 0.02
  for (const { old, next: curve } of shared) {
    for (let row = 0; row < curve.length; row++) {
      const twin = rowAt(old, coordinate(curve, row))
      const same =
        twin < old.length &&
        coordinate(old, twin) === coordinate(curve, row) &&
        Object.is(old.value[twin], curve.value[row])
      if (!same) missed++
      if (missed > allowed) return false
    }
  }
  return true
}

function spacing({ old }: Shared): number {
  const wide = coordinate(old, old.length - 1) - coordinate(old, 0)
  return old.length > 1 && wide > 0 ? wide / (old.length - 1) : 1
}

/** Near the step where a training begins, as far as its own logging tells. */
function isAtBeginning(main: Shared): boolean {
  return coordinate(main.next, 0) <= Math.max(1, 1.5 * spacing(main))
}

/** The values go on where the run before ended, far from where it began: the same weights, counted anew. */
function goesOn({ old, next }: Shared): boolean {
  const [began, ended, now] = [old.value[0]!, old.value[old.length - 1]!, next.value[0]!]
  if (old.length < 3 || !Number.isFinite(began + ended + now)) return false
  const way = Math.abs(began - ended)
  return way > 0.1 * Math.max(Math.abs(began), Math.abs(ended)) && Math.abs(now - ended) < 0.3 * way
}

/** Later values take the place of those that the run had logged past the point to which it was set back. */
function resume(run: Segment, next: Segment, main: Shared): void {
  const stray = main.next.length < 3
  const shared = sharedCurves(run, next)
  for (const { old, next: curve } of shared) {
    const from = coordinate(curve, 0)
    const to = stray ? coordinate(curve, curve.length - 1) : Number.POSITIVE_INFINITY
    keepRows(old, (row) => !(coordinate(old, row) >= from && coordinate(old, row) <= to))
    if (stray) insert(old, curve)
    else extend(old, curve, 0, 0)
  }
  adopt(run, next, shared)
  const at = coordinate(main.next, 0)
  const axis = axisOf(main.next)
  run.events.push({ kind: 'resume', text: '', [axis]: at })
}

/** The run goes on under a count that begins anew: the count is carried on. */
function goOn(run: Segment, next: Segment, main: Shared): void {
  const rows = main.old.length - 1
  const shift = (column: Float64Array | undefined, begins: Float64Array | undefined, unit: number) =>
    column && begins ? column[rows]! + (begins[0] === 0 ? unit : 0) : 0
  const steps = shift(main.old.step, main.next.step, Math.max(1, Math.round(spacing(main))))
  const epochs = shift(main.old.epoch, main.next.epoch, 1)
  const shared = sharedCurves(run, next)
  for (const { old, next: curve } of shared) extend(old, curve, steps || 0, epochs || 0)
  adopt(run, next, shared)
  const axis = axisOf(main.next)
  const at = coordinate(main.next, 0)
  const from = at + (axis === 'epoch' ? epochs : steps)
  run.events.push({ kind: 'restart', text: '', [axis]: from })
}

function axisOf(curve: Growing): 'epoch' | 'step' {
  return (curve.told === 'epoch' && curve.epoch) || !curve.step ? 'epoch' : 'step'
}

/** Appends the rows of `more`, its coordinates moved on. */
function extend(curve: Growing, more: Growing, steps: number, epochs: number): void {
  for (let row = 0; row < more.length; row++) {
    append(
      curve,
      more.value[row]!,
      more.step ? more.step[row]! + steps : Number.NaN,
      more.epoch ? more.epoch[row]! + epochs : Number.NaN,
    )
  }
}

/** Puts the few rows of `more` where their coordinates belong. */
function insert(curve: Growing, more: Growing): void {
  for (let row = 0; row < more.length; row++) {
    const at = rowAt(curve, coordinate(more, row))
    const step = more.step ? more.step[row]! : Number.NaN
    const epoch = more.epoch ? more.epoch[row]! : Number.NaN
    append(curve, more.value[row]!, step, epoch)
    for (const column of [curve.value, curve.step, curve.epoch]) {
      if (!column) continue
      const last = column[curve.length - 1]!
      column.copyWithin(at + 1, at, curve.length - 1)
      column[at] = last
    }
  }
}

/** Takes over all that is not joined already: curves without coordinates, curves that only `next` has, facts, events. */
function adopt(run: Segment, next: Segment, joined: readonly Shared[]): void {
  const places = new Set(joined.map((one) => one.place))
  annex(run, { ...next, places: next.places.map((curve, place) => (places.has(place) ? undefined : curve)) })
}
