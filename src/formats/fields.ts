// Rows of a history as named fields: JSON lines, arrays of objects, a trainer's list of what it logged.

import type { Emit } from '../record/entry.ts'
import { meaningOf } from '../record/lexicon.ts'
import type { Axis, Mean, Split } from '../record/series.ts'
import { isHistory, type Role, roleOf, rolesOf } from './rows.ts'
import type { JsonScalar } from './wire/json.ts'
import { bounded, numberIn } from './wire/number.ts'

export type Fields = ReadonlyMap<string, JsonScalar>

/** What a layout knows of its rows beyond their names. */
export interface RowHints {
  readonly split?: Split | undefined
  readonly epoch?: number | undefined
  readonly axis?: Axis | undefined
  meanOf?(name: string): Mean | undefined
}

const MODES = ['mode', 'phase', 'split', 'stage', 'subset', 'type']
const LONG_NAMES = ['name', 'metric', 'tag', 'key']

/** The number in a field; null is absent. The word "null" is what Ray writes for a NaN of numpy. */
export function fieldNumber(value: JsonScalar | undefined): number | undefined {
  if (typeof value === 'number') return bounded(value)
  if (typeof value !== 'string') return undefined
  return value === 'null' ? Number.NaN : numberIn(value)
}

/** Turns rows into points. Remembers the roles of names, so that a row costs little. Returns how many points it gave. */
export function fieldRows(emit: Emit): (fields: Fields, hints?: RowHints) => number {
  const roles = new Map<string, Role>()
  const best = new Map<string, string | undefined>()
  let lastEpoch = Number.NaN
  let lastStep = Number.NaN
  const role = (name: string): Role => {
    let known = roles.get(name)
    if (known === undefined) {
      known = roleOf(name)
      if (roles.size < 10_000) roles.set(name, known)
    }
    return known
  }

  return (fields, hints = {}) => {
    const steps = [...fields.keys()].filter((name) => role(name) === 'step')
    const step = steps.length > 1 ? chosen(steps, best) : steps[0]
    const epochs = [...fields.keys()].filter((name) => role(name) === 'epoch')
    let at = {
      step: step === undefined ? undefined : fieldNumber(fields.get(step)),
      epoch: hints.epoch ?? fieldNumber(fields.get(epochs[0] ?? '')),
    }
    const mode = modeOf(fields)
    const split = mode ?? hints.split
    let axis = hints.axis
    if (mode !== undefined && mode !== 'train' && at.epoch !== undefined) {
      at = { ...at, step: undefined }
      axis = 'epoch'
    } else if (at.epoch === undefined && at.step === lastEpoch && lastStep > 2 * at.step) {
      // mmengine numbers the rows of an evaluation by their epoch, and calls that the step too
      at = { epoch: lastEpoch, step: lastStep }
    } else {
      lastEpoch = at.epoch ?? lastEpoch
      lastStep = at.step ?? lastStep
    }
    const long = longPoint(fields)
    if (long !== undefined) {
      emit({ kind: 'point', ...long, ...at, split, axis })
      return 1
    }
    let count = 0
    for (const [name, field] of fields) {
      if (role(name) !== 'metric' || MODES.includes(name)) continue
      const value = fieldNumber(field)
      if (value === undefined) continue
      emit({ kind: 'point', name, value, ...at, split, axis, mean: hints.meanOf?.(name) })
      count++
    }
    return count
  }
}

/** Which of several counts of steps a row goes by. */
function chosen(names: readonly string[], best: Map<string, string | undefined>): string | undefined {
  const signature = names.join('\n')
  if (!best.has(signature)) {
    if (best.size > 1000) best.clear()
    best.set(signature, names[rolesOf(names).indexOf('step')])
  }
  return best.get(signature)
}

/** `"mode": "val"`: the split of all values of the row. */
function modeOf(fields: Fields): Split | undefined {
  for (const name of MODES) {
    const value = fields.get(name)
    if (typeof value === 'string' && value.length < 20) return meaningOf(`${value} loss`).split
  }
  return undefined
}

/** `{"name": "loss", "value": 0.5, "step": 3}`: one metric a row. */
function longPoint(fields: Fields): { name: string; value: number } | undefined {
  const value = fieldNumber(fields.get('value'))
  if (value === undefined) return undefined
  for (const key of LONG_NAMES) {
    const name = fields.get(key)
    if (typeof name === 'string' && roleOf(name) === 'metric') return { name, value }
  }
  return undefined
}

/** Whether a row is one of a training's history. */
export function isHistoryRow(fields: Fields): boolean {
  const numeric = [...fields]
    .filter(([name, value]) => fieldNumber(value) !== undefined && !/\/\d+$/.test(name))
    .map(([name]) => name)
  const long = longPoint(fields)
  return isHistory(numeric) || (long !== undefined && isHistory([long.name, ...numeric]))
}
