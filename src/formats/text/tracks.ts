// What the sink remembers of each metric's name: its meaning, its last value, how far it has come.

import { type Meaning, meaningOf } from '../../record/lexicon.ts'
import type { Split } from '../../record/series.ts'

export interface Track {
  readonly meaning: Meaning
  /** settings are of the run, whichever split was named beside them */
  readonly setting: boolean
  readonly last: { split: Split | undefined; epoch: number | undefined; step: number | undefined; value: number }
  /** the furthest step of this run */
  furthest: number | undefined
  /** the process that printed this name first */
  owner: number | undefined
}

/** No more than this many names of one text are taken for metrics. */
const MOST_NAMES = 2000
const SETTINGS = new Set(['learning-rate', 'weight-decay', 'momentum', 'loss-scale'])

export interface Tracks {
  /** the memory of a name; undefined where there are too many names */
  of(name: string): Track | undefined
  /** a new run: places are forgotten, names are not */
  reset(): void
}

export function openTracks(): Tracks {
  const tracks = new Map<string, Track>()
  return {
    of(name) {
      const known = tracks.get(name)
      if (known !== undefined) return known
      if (tracks.size >= MOST_NAMES) return undefined
      const meaning = meaningOf(name)
      const track: Track = {
        meaning,
        setting: SETTINGS.has(meaning.metric),
        last: nowhere(),
        furthest: undefined,
        owner: undefined,
      }
      tracks.set(name, track)
      return track
    },
    reset() {
      for (const track of tracks.values()) {
        Object.assign(track.last, nowhere())
        track.furthest = undefined
      }
    },
  }
}

function nowhere(): Track['last'] {
  return { split: undefined, epoch: undefined, step: undefined, value: 0 }
}
