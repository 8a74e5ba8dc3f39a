// A bounded list of stretches of a curve that deserve a closer look, joined as they are marked.

/** Why a window should be looked at. */
export type Why = 'spike' | 'shift' | 'rise' | 'nonfinite'

/** A stretch of a curve: `from` included, `to` not. */
export interface Window {
  readonly from: number
  readonly to: number
  readonly why: Why
}

const REASONS: readonly Why[] = ['spike', 'shift', 'rise', 'nonfinite']
export const SPIKE = 0
export const SHIFT = 1
export const RISE = 2
export const NON_FINITE = 3

/** Windows in the making. */
export interface Marks {
  /** Marks the points from..to (to not included) for reason number `why`; no allocation. */
  mark(why: number, from: number, to: number): void
  /** The windows so far, widened by the margin within 0..count, in order of their start. */
  list(count: number): readonly Window[]
}

/**
 * An empty list of at most `most` windows (at least one a kind). Windows of a kind nearer than two margins are one; when
 * the list is full that distance doubles until there is room.
 * @param margin points added on both sides in the end
 */
export function marksOf(margin: number, most: number): Marks {
  const capacity = Math.max(REASONS.length + 1, Math.floor(most))
  const starts = new Float64Array(capacity)
  const ends = new Float64Array(capacity)
  const kinds = new Uint8Array(capacity)
  const latest = new Int32Array(REASONS.length).fill(-1)
  let near = Math.max(1, 2 * margin)
  let n = 0
  const add = (why: number, from: number, to: number): boolean => {
    const last = latest[why]!
    if (last >= 0 && from <= ends[last]! + near) {
      if (to > ends[last]!) ends[last] = to
      if (from < starts[last]!) starts[last] = from
      return true
    }
    if (n === capacity) return false
    starts[n] = from
    ends[n] = to
    kinds[n] = why
    latest[why] = n++
    return true
  }
  const condense = (held: number) => {
    near *= 2
    n = 0
    latest.fill(-1)
    for (let i = 0; i < held; i++) add(kinds[i]!, starts[i]!, ends[i]!)
  }
  return {
    mark(why, from, to) {
      while (!add(why, from, to)) condense(n)
    },
    list: (count) =>
      Array.from({ length: n }, (_, i) => ({
        from: Math.max(0, starts[i]! - margin),
        to: Math.min(count, ends[i]! + margin),
        why: REASONS[kinds[i]!]!,
      })).sort((a, b) => a.from - b.from || a.to - b.to),
  }
}
