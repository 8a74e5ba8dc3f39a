// Where values lie in a picture of trials, and lines with gaps on it.

import type { TrialsScale } from '../../src/diagnosis/page-trials.ts'
import type { TrialRow } from '../../src/record/trials.ts'

/** Where shares of the training and values lie in a picture. */
export interface Frame {
  x(share: number): number
  y(value: number): number
  readonly top: number
  readonly base: number
}

/** Places of values between two edges of the picture. */
export function placing({ log, span }: TrialsScale, from: number, to: number): (value: number) => number {
  const on = (value: number) => (log ? Math.log(value) : value)
  const [low, high] = [on(span[0]), on(span[1])]
  return (value) => from + ((on(value) - low) / (high - low || 1)) * (to - from)
}

/** A path through the points; it is broken where a value was no number. */
export function pathOf(
  curve: readonly (readonly [at: number, value: number | null])[],
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let path = ''
  let isDown = false
  for (const [at, value] of curve) {
    if (value === null) isDown = false
    else {
      // a lone point is a dot: a line of no length with a round end
      path += `${isDown ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}${isDown ? '' : 'h0'}`
      isDown = true
    }
  }
  return path
}

/** Where a curve stops being a number. */
export function lossesOf({ curve }: TrialRow): readonly number[] {
  return curve.flatMap(([at, value], i) => (value === null && (i === 0 || curve[i - 1]![1] !== null) ? [at] : []))
}

/** Places of labels, so that none covers another: each at least `room` from the next. */
export function apart(places: readonly number[], room: number, low: number, high: number): readonly number[] {
  const order = places.map((_, i) => i).sort((a, b) => places[a]! - places[b]!)
  const out = [...places]
  for (const [rank, i] of order.entries()) {
    const before = rank === 0 ? low : out[order[rank - 1]!]! + room
    out[i] = Math.max(out[i]!, before)
  }
  let limit = high
  for (const i of order.reverse()) {
    out[i] = Math.min(out[i]!, limit)
    limit = out[i]! - room
  }
  return out
}
