// The sink that dialects speak to: it remembers where the run is, drops what several writers repeat, and emits entries.

import type { Emit, Point } from '../../record/entry.ts'
import type { RunEvent } from '../../record/run.ts'
import type { Split } from '../../record/series.ts'
import type { At, TextSink } from './dialect.ts'
import { openRepeats, type Repeats } from './repeats.ts'
import { openTracks, type Track, type Tracks } from './tracks.ts'
import { openUnroller, type Unroller } from './unroll.ts'

export interface Sink extends TextSink {
  /** the rank of the line that is being read */
  rank(rank: number | undefined): void
  /** a whole line was repeated by another writer */
  repeated(): void
}

const NOWHERE: At = {}

interface State {
  readonly here: {
    epoch: number | undefined
    step: number | undefined
    split: Split | undefined
    bars: boolean
  }
  readonly tracks: Tracks
  readonly unroller: Unroller
  readonly repeats: Repeats
  /** several ranks tell the same event of the same step */
  readonly recent: string[]
  heading: string | undefined
  /** the run has ended */
  over: boolean
}

/** Opens the sink of one text. */
export function openSink(emit: Emit): Sink {
  const state: State = {
    here: { epoch: undefined, step: undefined, split: undefined, bars: false },
    tracks: openTracks(),
    unroller: openUnroller(),
    repeats: openRepeats(emit),
    recent: [],
    heading: undefined,
    over: false,
  }
  const run = (name?: string) => emit({ kind: 'run', name: begin(state, name) })
  return {
    ...placing(state),
    point(name, value, at) {
      const told = pointOf(state, name, value, at ?? NOWHERE)
      if (told !== undefined) emit(told)
    },
    run,
    named() {
      if (state.heading !== undefined) run()
    },
    event(event) {
      const told = eventOf(state, event)
      if (told !== undefined) emit({ kind: 'event', event: told })
    },
    fact: (fact) => emit({ kind: 'fact', fact }),
    layers: (rows) => emit({ kind: 'rows', table: 'layers', rows }),
    note: (note) => emit({ kind: 'note', note }),
    rank: state.repeats.rank,
    repeated: state.repeats.tell,
  }
}

/** The parts of the sink that only say where the run is. */
function placing(state: State): Pick<Sink, 'epoch' | 'step' | 'split' | 'closed' | 'heading' | 'where'> {
  const { here } = state
  return {
    epoch(number) {
      if (number !== here.epoch) here.split = undefined
      here.epoch = number
      here.step = undefined
    },
    step(number, of) {
      here.step = state.unroller.step(here.split, here.epoch, number, of)
    },
    split(split) {
      here.split = split
    },
    closed() {
      state.over = true
    },
    heading(text) {
      state.heading = text
    },
    where: () => here,
  }
}

/** The point with its place filled in; undefined where it only repeats another. */
function pointOf(state: State, name: string, value: number, at: At): Point | undefined {
  const { here, repeats } = state
  const track = state.tracks.of(name)
  if (track === undefined || repeats.foreign(track)) return undefined
  const own = track.meaning.split
  const split = track.setting ? undefined : (at.split ?? (own === undefined ? here.split : undefined))
  const epoch = at.epoch ?? here.epoch
  const step = stepOf(state, at, epoch, split ?? own)
  if (at.axis === 'epoch' && at.mean === 'epoch') here.bars = true
  if (step !== undefined && isSummary(state, track, step)) return undefined
  const placed = at.step !== undefined || at.epoch !== undefined
  if (placed && repeats.seen(track, split, epoch, step, value)) return undefined
  return { kind: 'point', name, value, step, epoch, split, axis: at.axis, mean: at.mean }
}

function stepOf(state: State, at: At, epoch: number | undefined, split: Split | undefined): number | undefined {
  if (at.step === undefined) return at.exact || at.axis === 'epoch' ? undefined : state.here.step
  return at.exact ? at.step : state.unroller.step(split, epoch, at.step, at.of)
}

/** Behind the end of a run only what goes on counts; a summary repeats its last values. */
function isSummary(state: State, track: Track, step: number): boolean {
  if (state.over && track.furthest !== undefined && step <= track.furthest) return true
  if (track.furthest === undefined || step > track.furthest) track.furthest = step
  return false
}

function eventOf(state: State, event: RunEvent): RunEvent | undefined {
  const { here, recent } = state
  if (event.step !== undefined && recent.includes(event.text)) return undefined
  recent.push(event.text)
  if (recent.length > 8) recent.shift()
  const text = event.text.trim().slice(0, 300)
  return { ...event, text, epoch: event.epoch ?? here.epoch, step: event.step ?? here.step }
}

/** Forgets where the run before was; returns the name of the new one. */
function begin(state: State, name: string | undefined): string | undefined {
  const { here } = state
  here.epoch = undefined
  here.step = undefined
  here.split = undefined
  state.over = false
  state.unroller.reset()
  state.tracks.reset()
  const told = name ?? state.heading
  state.heading = undefined
  return told?.slice(0, 120)
}
