// Steps that begin anew with each epoch, laid end to end so that a curve over steps runs on.

import type { Split } from '../../record/series.ts'

interface Track {
  base: number
  step: number
  epoch: number | undefined
  stride: number
}

export interface Unroller {
  /** the step counted from the first epoch seen; `of` is the length of an epoch where printed */
  step(split: Split | undefined, epoch: number | undefined, step: number, of: number | undefined): number
  reset(): void
}

/** Opens an unroller. It only adds where a step fell back while the epoch went on; steps that run through stay as they are. */
export function openUnroller(): Unroller {
  const tracks = new Map<Split | undefined, Track>()
  return {
    reset: () => tracks.clear(),
    step(split, epoch, step, of) {
      const track = tracks.get(split)
      if (track === undefined) {
        tracks.set(split, { base: 0, step, epoch, stride: 1 })
        return step
      }
      if (epoch !== undefined && track.epoch !== undefined) moveOn(track, epoch, step, of)
      if (step > track.step) track.stride = step - track.step
      track.step = step
      track.epoch = epoch ?? track.epoch
      return track.base + step
    },
  }
}

function moveOn(track: Track, epoch: number, step: number, of: number | undefined): void {
  const before = track.epoch as number
  if (epoch < before) track.base = 0
  if (epoch <= before || step > track.step) return
  const length = of !== undefined && of >= track.step ? of : track.step + track.stride
  track.base += length * (of === undefined ? 1 : Math.max(1, Math.round(epoch - before)))
}
