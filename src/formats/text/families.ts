// Lines that might be of the log: they count only where a line of the same words occurs again.

import type { Place } from './dialect.ts'
import type { Group } from './groups.ts'

export interface Waiting {
  readonly group: Group
  /** where the run was when the group came */
  readonly place: Place
}

export interface Families {
  /**
   * Takes a doubtful group. Once a second of its kind has come, calls `late` with the first and returns true; a group
   * that is written without a place must also differ in its values, for settings are printed again as they were.
   */
  offer(group: Group, place: Place, late: (first: Waiting) => void): boolean
  /** A group of that kind is of the log by itself: calls `late` with the one that waits, if any. */
  release(group: Group, late: (first: Waiting) => void): void
}

const MOST = 500

/** Opens the memory of doubtful groups; at most 500 kinds are remembered. */
export function openFamilies(): Families {
  const waiting = new Map<number, Waiting>()
  const accepted = new Set<number>()
  return {
    release(group, late) {
      if (waiting.size === 0) return
      const first = waiting.get(group.skeleton)
      if (first === undefined) return
      waiting.delete(group.skeleton)
      late(first)
    },
    offer(group, place, late) {
      const kind = group.skeleton
      if (accepted.has(kind)) return true
      const first = waiting.get(kind)
      if (first === undefined) {
        if (waiting.size < MOST) waiting.set(kind, { group, place: { ...place } })
        return false
      }
      if (!differs(first.group, group) && samePlace(first.place, place)) return false
      waiting.delete(kind)
      accepted.add(kind)
      late(first)
      return true
    },
  }
}

function samePlace(a: Place, b: Place): boolean {
  return a.epoch === b.epoch && a.step === b.step
}

function differs(first: Group, group: Group): boolean {
  if (first.epoch !== group.epoch || first.step !== group.step) return true
  return first.values.some((value, i) => !Object.is(value.value, group.values[i]?.value))
}
