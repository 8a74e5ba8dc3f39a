// What a text tells, in a form that tests can write down: its series, runs and events.

import text from '../../src/formats/text.ts'
import type { Entry, Point } from '../../src/record/entry.ts'
import { meaningOf } from '../../src/record/lexicon.ts'

export interface Told {
  readonly entries: readonly Entry[]
  /** `run:name split` -> values in order; the run is left out where there is one */
  readonly series: ReadonlyMap<string, readonly Point[]>
  readonly events: readonly string[]
  readonly runs: readonly (string | undefined)[]
}

/** Reads a text, cut into chunks at the given positions (bytes). */
export function told(source: string | Uint8Array, cuts: readonly number[] = []): Told {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const entries: Entry[] = []
  const reader = text.open((entry) => entries.push(entry), { bytes: bytes.subarray(0, 65536), text: '', name: 'a.log' })
  let from = 0
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    const at = Math.min(cut, bytes.length)
    reader.push(bytes.subarray(from, at))
    from = at
  }
  reader.push(bytes.subarray(from))
  reader.end()
  return summary(entries)
}

function summary(entries: readonly Entry[]): Told {
  const series = new Map<string, Point[]>()
  const events: string[] = []
  const runs: (string | undefined)[] = []
  for (const entry of entries) {
    if (entry.kind === 'run') runs.push(entry.name)
    if (entry.kind === 'event') events.push(entry.event.kind)
    if (entry.kind !== 'point') continue
    const split = entry.split ?? meaningOf(entry.name).split ?? '-'
    const key = `${runs.length > 0 ? `${runs.length}:` : ''}${entry.name} ${split}`
    const points = series.get(key) ?? []
    points.push(entry)
    series.set(key, points)
  }
  return { entries, series, events, runs }
}

/** Values of a series with their places: `0.5@e1 0.4@e2`, `2.3@s10`. */
export function places(points: readonly Point[] | undefined): string {
  return (points ?? []).map(place).join(' ')
}

function place(point: Point): string {
  const epoch = point.epoch === undefined ? '' : `e${point.epoch}`
  const step = point.step === undefined ? '' : `s${point.step}`
  return `${point.value}@${epoch}${step}`
}
