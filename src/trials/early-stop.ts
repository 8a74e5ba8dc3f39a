// What early stopping would have kept, read from a training without it: up to the stop the two are the same, digit for digit.

import type { Changes, TrialRow, Yardstick } from '../record/trials.ts'
import type { Aim, Lab } from './lab.ts'
import { idOf } from './store.ts'
import { better } from './yardstick.ts'

/** the name of the change */
export const EARLY = 'early_stopping'

/** So long, as a share of the curve and in points of it, nothing may improve before the training is stopped. */
const PATIENCE = 0.1
const POINTS = 3

/** The lab where early stopping is tried without a training of its own. `ended`: told of each row. */
export function withStops(lab: Lab, ended: (row: TrialRow) => void): Lab {
  const stopped: TrialRow[] = []
  const tried = async (changes: Changes, aim: Aim): Promise<TrialRow | undefined> => {
    const without = withoutStop(changes)
    if (without === undefined) return lab.tried(changes, aim)
    const isControl = Object.keys(without).length === 0 && aim.seed !== lab.baseline.seed
    const whole = await lab.tried(without, { arm: isControl ? 'control' : aim.arm, seed: aim.seed })
    const id = idOf(changes, {}, aim.seed)
    const known = stopped.find((one) => one.id === id)
    if (whole === undefined || known !== undefined) return known
    const { halve: _, ...about } = aim
    const row = { ...stoppedEarly(whole, lab.yardstick), ...about, id, changes }
    stopped.push(row)
    ended(row)
    return row
  }
  return {
    ...lab,
    tried,
    isKnown: (changes, seed) => lab.isKnown(withoutStop(changes) ?? changes, seed),
    rows: () => [...lab.rows(), ...stopped],
  }
}

/** The changes without it; undefined where it is not among them. */
function withoutStop(changes: Changes): Changes | undefined {
  if (!(EARLY in changes)) return undefined
  const { [EARLY]: _, ...rest } = changes
  return rest
}

/**
 * The row as it would be, had it stopped when the yardstick no longer improved and kept its best checkpoint; for no cost.
 * The value is the mean of the two points beside the best one: the best itself was chosen for its luck. What did not come
 * to its end, or improved up to it, stays as it is.
 */
export function stoppedEarly(row: TrialRow, yardstick: Pick<Yardstick, 'better'>): TrialRow {
  const free = { ...row, seconds: 0, processor: 0 }
  const stop = row.ending === 'finished' ? stopOf(row.curve, yardstick) : undefined
  if (stop === undefined) return free
  const [kept, end] = [stop.best, stop.at].map((at) => Math.round(100 * row.curve[at]![0]))
  return {
    ...free,
    value: stop.value,
    curve: row.curve.slice(0, stop.at + 1),
    steps: Math.round(row.steps * row.curve[stop.at]![0]),
    applied: { ...row.applied, [EARLY]: `stop at ${end}%, best at ${kept}%` },
  }
}

interface Stop {
  readonly best: number
  readonly at: number
  readonly value: number
}

function stopOf(curve: TrialRow['curve'], yardstick: Pick<Yardstick, 'better'>): Stop | undefined {
  const patience = Math.max(POINTS, Math.round(PATIENCE * curve.length))
  let best = -1
  for (const [at, [, value]] of curve.entries()) {
    if (value !== null && (best < 0 || better(yardstick, value, curve[best]![1]!) > 0)) best = at
    if (best < 0 || at - best < patience) continue
    const beside = [curve[best - 1]?.[1], curve[best + 1]?.[1]].filter((one) => typeof one === 'number')
    if (beside.length === 0) return undefined
    return { best, at, value: beside.reduce((sum, one) => sum + one, 0) / beside.length }
  }
  return undefined
}
