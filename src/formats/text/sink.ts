// The sink that dialects speak to: it remembers where the run is, drops what several writers repeat, and emits entries.

import type { Emit } from '../../record/entry.ts'
import type { Split } from '../../record/series.ts'
import type { At, TextSink } from './dialect.ts'
import { openRepeats } from './repeats.ts'
import { openTracks, type Track } from './tracks.ts'
import { openUnroller } from './unroll.ts'

export interface Sink extends TextSink {
  /** the rank of the line that is being read */
  rank(rank: number | undefined): void
  /** a whole line was repeated by another writer */
  repeated(): void
}

const NOWHERE: At = {}

/** Opens the sink of one text. */
export function openSink(emit: Emit): Sink {
  const here = {
    epoch: undefined as number | undefined,
    step: undefined as number | undefined,
    split: undefined as Split | undefined,
    bars: false,
  }
  const unroller = openUnroller()
  const repeats = openRepeats(emit)
  const tracks = openTracks()
  /** several ranks tell the same event of the same step */
  const recent: string[] = []
  let heading: string | undefined
  let over = false

  function stepOf(at: At, epoch: number | undefined, split: Split | undefined): number | undefined {
    if (at.step === undefined) return at.exact || at.axis === 'epoch' ? undefined : here.step
    return at.exact ? at.step : unroller.step(split, epoch, at.step, at.of)
  }

  function point(name: string, value: number, at: At = NOWHERE): void {
    const track = tracks.of(name)
    if (track === undefined || repeats.foreign(track)) return
    const own = track.meaning.split
    const split = track.setting ? undefined : (at.split ?? (own === undefined ? here.split : undefined))
    const epoch = at.epoch ?? here.epoch
    const step = stepOf(at, epoch, split ?? own)
    if (at.axis === 'epoch' && at.mean === 'epoch') here.bars = true
    if (step !== undefined && isSummary(track, step)) return
    const placed = at.step !== undefined || at.epoch !== undefined
    if (placed && repeats.seen(track, split, epoch, step, value)) return
    emit({ kind: 'point', name, value, step, epoch, split, axis: at.axis, mean: at.mean })
  }

  /** Behind the end of a run only what goes on counts; a summary repeats its last values. */
  function isSummary(track: Track, step: number): boolean {
    if (over && track.furthest !== undefined && step <= track.furthest) return true
    if (track.furthest === undefined || step > track.furthest) track.furthest = step
    return false
  }

  function run(name?: string): void {
    here.epoch = undefined
    here.step = undefined
    here.split = undefined
    over = false
    unroller.reset()
    tracks.reset()
    emit({ kind: 'run', name: (name ?? heading)?.slice(0, 120) })
    heading = undefined
  }

  return {
    point,
    epoch(number) {
      if (number !== here.epoch) here.split = undefined
      here.epoch = number
      here.step = undefined
    },
    step(number, of) {
      here.step = unroller.step(here.split, here.epoch, number, of)
    },
    split(split) {
      here.split = split
    },
    run,
    named() {
      if (heading !== undefined) run()
    },
    closed() {
      over = true
    },
    where: () => here,
    event(event) {
      if (event.step !== undefined && recent.includes(event.text)) return
      recent.push(event.text)
      if (recent.length > 8) recent.shift()
      emit({
        kind: 'event',
        event: {
          ...event,
          text: event.text.trim().slice(0, 300),
          epoch: event.epoch ?? here.epoch,
          step: event.step ?? here.step,
        },
      })
    },
    fact: (fact) => emit({ kind: 'fact', fact }),
    layers: (layers) => emit({ kind: 'layers', layers }),
    note: (text) => emit({ kind: 'note', text }),
    rank: repeats.rank,
    repeated: repeats.tell,
    heading(text) {
      heading = text
    },
  }
}
