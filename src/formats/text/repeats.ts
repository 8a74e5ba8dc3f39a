// Values that several ranks, or two loggers of one process, print at the same place: kept once, and told once.

import type { Emit } from '../../record/entry.ts'
import type { Split } from '../../record/series.ts'
import type { Track } from './tracks.ts'

export interface Repeats {
  /** whether that value at that place is only a repetition of one that was seen right before */
  seen(
    track: Track,
    split: Split | undefined,
    epoch: number | undefined,
    step: number | undefined,
    value: number,
  ): boolean
  /** whether another process than the first that printed this name is speaking */
  foreign(track: Track): boolean
  rank(rank: number | undefined): void
  /** says, once, that several writers print the same */
  tell(): void
}

/** Opens the watch over repeated values. */
export function openRepeats(emit: Emit): Repeats {
  let rank: number | undefined
  let told = false
  function tell(): void {
    if (!told) emit({ kind: 'event', event: { kind: 'ranks', text: '' } })
    told = true
  }
  return {
    seen(track, split, epoch, step, value) {
      const last = track.last
      const same = step !== undefined && last.step === step && last.epoch === epoch && last.split === split
      if (same && Object.is(last.value, value)) {
        tell()
        return true
      }
      last.split = split
      last.epoch = epoch
      last.step = step
      last.value = value
      return false
    },
    foreign(track) {
      if (rank === undefined) return false
      track.owner ??= rank
      if (track.owner !== rank) tell()
      return track.owner !== rank
    },
    rank(number) {
      rank = number
    },
    tell,
  }
}
