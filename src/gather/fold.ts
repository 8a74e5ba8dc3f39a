// Folds the entries of a source into the records of the runs that it holds.

import { type Message, message } from '../locales/speak.ts'
import type { Entry, Point, Rows } from '../record/entry.ts'
import type { Fact } from '../record/fact.ts'
import type { RunRecord } from '../record/run.ts'
import type { Axis, Split } from '../record/series.ts'
import { type Growing, growing } from './columns.ts'
import { finish } from './finish.ts'
import { hasTraining, runsOf } from './join.ts'
import { type Known, knownNames, type Names, printable } from './names.ts'
import {
  annex,
  BACK,
  copyOfSegment,
  countWithin,
  isLateTwin,
  type Segment,
  segment,
  store,
  WITHIN,
  wayOf,
} from './segment.ts'
import { tablesOf, takeRows } from './tables.ts'

/** A source with more stretches than this is no log of trainings; what follows is kept in the order of the file. */
const MAX_SEGMENTS = 500
const MAX_LISTED = 5000
const SPLIT_AT: Readonly<Record<Split, number>> = { train: 0, val: 3, test: 6 }
const AXIS_AT: Readonly<Record<Axis, number>> = { epoch: 1, step: 2 }

export interface Folder {
  take(entry: Entry): void
  /** the runs that were told, none without a value; call it once, at the end */
  records(): RunRecord[]
  /** the runs as far as they are told now; entries may still come */
  sofar(): RunRecord[]
  /** whether the source brought values that it had measured itself */
  measured(): boolean
}

interface State {
  readonly names: Names
  readonly segments: Segment[]
  now: Segment
  /** told since the last value: of the run that the next value belongs to, or of all where none follows */
  readonly pending: Fact[]
  readonly pendingRows: Rows[]
  hasPending: boolean
  /** the source measured its values itself: it knows where a run begins, and what belongs to it */
  measured: boolean
  overflow: boolean
}

/**
 * Folds entries into records: one run, or several where the source says so or its steps start again. A first run bears
 * `name`, the others `name #2`, `name #3`, ... or what the source calls them.
 */
export function folder(name: string): Folder {
  const first = segment(false)
  const state: State = {
    names: knownNames(),
    segments: [first],
    now: first,
    pending: [],
    pendingRows: [],
    hasPending: false,
    measured: false,
    overflow: false,
  }
  return {
    take(entry) {
      if (entry.kind === 'point') takePoint(state, entry)
      else takeOther(state, entry)
    },
    records: () => recordsOf(state, name),
    sofar: () => recordsOf(copyOf(state), name),
    measured: () => state.measured,
  }
}

function copyOf(state: State): State {
  const segments = state.segments.map(copyOfSegment)
  const { pending, pendingRows } = state
  return { ...state, segments, now: segments.at(-1)!, pending: [...pending], pendingRows: [...pendingRows] }
}

function takePoint(state: State, point: Point): void {
  const { metric } = point
  const known = metric === undefined ? state.names.of(point.name) : state.names.told(point.name, metric, point.layer)
  if (known === undefined) return
  if (metric !== undefined) state.measured = true
  const split = point.split ?? known.split
  const axis = point.axis ?? known.axis
  const place = known.id + SPLIT_AT[split] + (axis === undefined ? 0 : AXIS_AT[axis])
  const step = finite(point.step)
  const epoch = finite(point.epoch)
  if (state.now.doubtful && split === 'train') settle(state, place, step, epoch)
  const curve = state.now.places[place]
  if (curve !== undefined) {
    const way = wayOf(curve, step, epoch)
    if (way === WITHIN) countWithin(state.now, step, epoch)
    else if (way === BACK) {
      if (state.now.bases === undefined && isLateTwin(curve, point.value, step)) return
      goBack(state, split)
    }
  }
  if (state.hasPending) settlePending(state)
  const mean = point.mean ?? known.mean
  store(
    state.now,
    state.now.places[place] ?? begin(state.now, place, known, split, axis, mean),
    point.value,
    step,
    epoch,
  )
}

function finite(coordinate: number | undefined): number {
  return coordinate !== undefined && Number.isFinite(coordinate) ? coordinate : Number.NaN
}

function begin(
  now: Segment,
  place: number,
  known: Known,
  split: Split,
  told: Axis | undefined,
  mean: Growing['mean'] | undefined,
): Growing {
  const { name, metric, part, layer, measured } = known
  const curve = growing({ name, metric, split, told, part, layer, measured, mean: mean ?? 'unknown' })
  now.places[place] = curve
  now.curves.push(curve)
  return curve
}

/** A curve goes back: another stretch begins. Evaluations that count their own steps open one only on trial. */
function goBack(state: State, split: Split): void {
  const before = state.segments.at(-2)
  if (state.now.doubtful && before) {
    annex(before, state.now)
    state.segments.pop()
    state.now = before
  }
  if (state.segments.length >= MAX_SEGMENTS) {
    if (!state.overflow) state.now.notes.push(message('note.too-many-segments', { limit: MAX_SEGMENTS }))
    state.overflow = true
    return
  }
  open(state, segment(false, undefined, split !== 'train' && hasTraining(state.now)))
}

/** Training shows what a stretch on trial is: where training itself goes on, it was no stretch of its own. */
function settle(state: State, place: number, step: number, epoch: number): void {
  const before = state.segments.at(-2)
  const curve = before?.places[place]
  if (!before || !curve) return
  if (wayOf(curve, step, epoch) !== BACK) {
    annex(before, state.now)
    state.segments.pop()
    state.now = before
  } else state.now.doubtful = false
}

function open(state: State, next: Segment): void {
  state.segments.push(next)
  state.now = next
}

function takeOther(state: State, entry: Exclude<Entry, Point>): void {
  const { now } = state
  if (entry.kind === 'run') {
    const name = entry.name === undefined ? undefined : printable(entry.name) || undefined
    if (state.measured) settlePending(state)
    if (now.curves.length === 0) now.name = name ?? now.name
    else if (state.segments.length < MAX_SEGMENTS) open(state, segment(true, name))
  } else if (entry.kind === 'fact') {
    if (state.pending.length < MAX_LISTED) state.pending.push(entry.fact)
    state.hasPending = true
  } else if (entry.kind === 'rows') {
    if (state.measured) takeRows(now.tables, entry)
    else if (state.pendingRows.length < MAX_LISTED) state.pendingRows.push(entry)
    state.hasPending = true
  } else if (entry.kind === 'event') {
    if (now.events.length < MAX_LISTED) now.events.push(entry.event)
  } else if (entry.kind === 'note' && now.notes.length < 100) now.notes.push(printableNote(entry.note))
}

/** What a note quotes of the source, printable. */
function printableNote(note: Message): Message {
  const values = Object.entries(note.values).map(([name, value]) => [
    name,
    typeof value === 'string' ? printable(value) : value,
  ])
  const inner = Object.entries(note.inner ?? {}).map(([name, one]) => [name, printableNote(one)])
  return { id: note.id, values: Object.fromEntries(values), inner: Object.fromEntries(inner) }
}

function distinct(notes: readonly Message[]): Message[] {
  return [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()]
}

/** What was told before a value belongs to the run of that value. */
function settlePending(state: State): void {
  const { now, pending, pendingRows } = state
  const room = Math.max(0, MAX_LISTED - now.facts.length)
  now.facts.push(...pending.slice(0, room))
  for (const rows of pendingRows) takeRows(now.tables, rows)
  pending.length = 0
  pendingRows.length = 0
  state.hasPending = false
}

/**
 * A run keeps the settings and layers told before it, later ones after earlier ones, but for what was seen of a run that
 * the source tells apart; words behind the last value are of all runs.
 */
function recordsOf(state: State, name: string): RunRecord[] {
  // a loss function that was called tells of a training, even if it raised at once and left no value
  const called = state.pendingRows.some((rows) => rows.table === 'lossCalls')
  if (state.measured || called) settlePending(state)
  const runs = runsOf(state.segments, state.measured).filter(
    (run) => run.curves.some((curve) => curve.length > 0) || run.tables.lossCalls !== undefined,
  )
  if (state.names.overflow()) runs[0]?.notes.push(message('note.too-many-names', { limit: 10_000 }))
  const last = runs.at(-1)
  for (const rows of state.pendingRows) if (last && last.tables[rows.table] === undefined) takeRows(last.tables, rows)
  let layers: Segment['tables']['layers']
  let told: readonly Fact[] = []
  return runs.map((run, index) => {
    layers = run.tables.layers ?? (state.measured ? undefined : layers)
    told = [...told.filter(({ from }) => from !== 'recorder'), ...run.facts].slice(-MAX_LISTED)
    const { series, events, notes } = finish(run)
    return {
      name: run.name ?? (index === 0 ? name : `${name} #${index + 1}`),
      sources: [],
      series,
      facts: run === last ? [...told, ...state.pending] : [...state.pending, ...told],
      events: [...run.events, ...events],
      tables: tablesOf(layers === undefined ? run.tables : { ...run.tables, layers }),
      notes: distinct([...run.notes, ...notes]),
    }
  })
}
