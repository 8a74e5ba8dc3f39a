// What trials may take and what they have taken: seconds of the clock, trainings as they are, and steps.

import type { Changes, TrialRow } from '../record/trials.ts'
import { median } from '../signal/quantile.ts'

/** What all trials together may take: seconds of the clock, trainings as they are by processor time, or steps; at least one of them. */
export interface Budget {
  readonly seconds?: number
  readonly trainings?: number
  readonly steps?: number
}

export interface Clock {
  /** seconds that are left */
  left(): number
  /** trainings that are left, by what the rows cost */
  spare(rows: readonly TrialRow[]): number
  whenOver(act: () => void): NodeJS.Timeout
}

export function startClock(budget: Budget, now: () => number): Clock {
  const { seconds = Number.POSITIVE_INFINITY, trainings = Number.POSITIVE_INFINITY, steps } = budget
  const began = now()
  const left = () => seconds - (now() - began) / 1000
  return {
    left,
    spare: (rows) =>
      Math.min(trainings - costOf(rows), steps === undefined ? Number.POSITIVE_INFINITY : inSteps(rows, steps)),
    // Node's timers end at 2^31 ms
    whenOver: (act) => setTimeout(act, Math.min(2 ** 31 - 1, Math.max(0, left()) * 1000)),
  }
}

/** Trainings that so many steps leave. */
function inSteps(rows: readonly TrialRow[], steps: number): number {
  const taken = rows.filter(({ seconds }) => seconds > 0).reduce((sum, row) => sum + row.steps, 0)
  const one = rows[0]?.steps ?? 0
  return one > 0 ? (steps - taken) / one : 0
}

/** What trials cost, in trainings as they are: by the median of those, since one alone may have had a busy neighbour. */
export function costOf(rows: readonly TrialRow[]): number {
  const unchanged = rows.filter(({ ending, changes }, at) => at === 0 || (ending === 'finished' && isEmpty(changes)))
  const unit = median(Float64Array.from(unchanged, timeOf))
  return rows.reduce((sum, row) => sum + timeOf(row), 0) / Math.max(unit, 1e-9)
}

function isEmpty(changes: Changes): boolean {
  return Object.keys(changes).length === 0
}

/** Processor time, which a neighbour on the machine does not lengthen; wall-clock time where the system does not tell it. */
function timeOf({ processor, seconds }: TrialRow): number {
  return processor > 0 ? processor : seconds
}
