// What a recorded program printed, read as a log, its values put at the steps at which they were printed.

import type { Emit, Entry, Point } from '../../record/entry.ts'
import { meaningOf } from '../../record/lexicon.ts'
import { type LineCutter, openLineCutter } from '../text/lines.ts'
import { openPipeline, type Pipeline } from '../text/pipeline.ts'

const STREAMS = ['stdout', 'stderr'] as const
export type StreamName = (typeof STREAMS)[number]

/** More different metrics are no training's. */
const MOST_HELD = 2000

/** What the stream itself has told so far. */
export interface Told {
  /** a value of its own: from then on its steps are the printed values' steps too */
  points: boolean
  layers: boolean
}

export interface Printed {
  push(stream: StreamName, text: string, step: number): void
  /** A value that a trainer handed to its loggers: what it prints under that name is the same once more. */
  logged(name: string, value: number, step: number, epoch: number | undefined): void
  /** Another run begins in the same process: steps may begin again. */
  run(): void
  end(): void
}

export function isStream(name: unknown): name is StreamName {
  return STREAMS.some((one) => one === name)
}

/**
 * Opens the reading of printed text. Of the values of one metric that are printed at the same step the last counts: a
 * bar that fills, a table that repeats the end.
 */
export function openPrinted(emit: Emit, told: Told): Printed {
  const readers = new Map<StreamName, { readonly pipeline: Pipeline; readonly cutter: LineCutter }>()
  const held = new Map<string, Point>()
  const names = new Set<string>()
  let now = 0
  const release = () => {
    for (const point of held.values()) emit(point)
    held.clear()
  }
  const take: Emit = (entry) => {
    const placed = told.points || now > 0
    if (entry.kind === 'point' && names.has(entry.name)) return
    if (entry.kind === 'point' && placed) {
      const key = placeOf(entry)
      if (held.has(key) || held.size < MOST_HELD) held.set(key, { ...entry, step: now })
    } else if (isWanted(entry, placed, told)) emit(placed && entry.kind === 'event' ? at(entry, now) : entry)
  }
  return {
    push(stream, text, step) {
      if (step > now) {
        release()
        now = step
      }
      const reader = readers.get(stream) ?? open(take)
      readers.set(stream, reader)
      reader.cutter.push(text)
    },
    logged(name, value, step, epoch) {
      if (names.size < MOST_HELD) names.add(name)
      emit({ kind: 'point', name, value, step, ...(epoch !== undefined && { epoch }) })
    },
    run() {
      release()
      now = 0
    },
    end() {
      for (const { cutter, pipeline } of readers.values()) {
        cutter.end()
        pipeline.end()
      }
      release()
    },
  }
}

function open(take: Emit): { readonly pipeline: Pipeline; readonly cutter: LineCutter } {
  const pipeline = openPipeline(take)
  return { pipeline, cutter: openLineCutter(pipeline.line) }
}

function placeOf({ name, split, axis }: Point): string {
  const known = meaningOf(name)
  return `${name}\n${split ?? known.split ?? 'train'} ${axis ?? known.axis ?? ''}`
}

/** Runs and layers that the stream tells itself are not concluded from the text once more. */
function isWanted(entry: Entry, placed: boolean, told: Told): boolean {
  if (entry.kind === 'run') return !placed
  return !(entry.kind === 'rows' && told.layers)
}

function at(entry: Extract<Entry, { kind: 'event' }>, step: number): Entry {
  return { kind: 'event', event: { ...entry.event, step } }
}
