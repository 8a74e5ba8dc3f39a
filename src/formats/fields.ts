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
  const role = roleMemory()
  const best = new Map<string, string | undefined>()
  const place = placing()
  const read = { names: [] as string[], values: [] as number[], steps: [] as string[] }
  return (fields, hints = {}) => {
    const { names, values, steps } = read
    names.length = values.length = steps.length = 0
    let epoch = hints.epoch
    let text = false
    for (const [name, field] of fields) {
      text ||= typeof field === 'string'
      const known = role(name)
      if (known === 'step') steps.push(name)
      else if (known === 'epoch') epoch ??= fieldNumber(field)
      else if (known === 'metric') {
        const value = fieldNumber(field)
        if (value === undefined) continue
        names.push(name)
        values.push(value)
      }
    }
    const step = fieldNumber(fields.get((steps.length > 1 ? chosen(steps, best) : steps[0]) ?? ''))
    const mode = text ? modeOf(fields) : undefined
    const at = place(step, epoch, mode)
    const split = mode ?? hints.split
    const axis = at.axis ?? hints.axis
    const long = text ? longPoint(fields) : undefined
    if (long !== undefined) {
      emit({ kind: 'point', ...long, step: at.step, epoch: at.epoch, split, axis })
      return 1
    }
    for (let index = 0; index < names.length; index++) {
      const name = names[index]!
      const mean = hints.meanOf?.(name)
      emit({ kind: 'point', name, value: values[index]!, step: at.step, epoch: at.epoch, split, axis, mean })
    }
    return names.length
  }
}

function roleMemory(): (name: string) => Role {
  const roles = new Map<string, Role>()
  return (name) => {
    let known = roles.get(name)
    if (known === undefined) {
      known = roleOf(name)
      if (roles.size < 10_000) roles.set(name, known)
    }
    return known
  }
}

interface Place {
  readonly step: number | undefined
  readonly epoch: number | undefined
  readonly axis?: Axis | undefined
}

/** Places rows that count in a way of their own. */
function placing(): (step: number | undefined, epoch: number | undefined, mode: Split | undefined) => Place {
  let lastEpoch = Number.NaN
  let lastStep = Number.NaN
  return (step, epoch, mode) => {
    // mmdetection: an evaluation counts its own batches
    if (mode !== undefined && mode !== 'train' && epoch !== undefined) return { step: undefined, epoch, axis: 'epoch' }
    // mmengine numbers the rows of an evaluation by their epoch, and calls that the step too
    if (epoch === undefined && step === lastEpoch && lastStep > 2 * step) return { step: lastStep, epoch: lastEpoch }
    lastEpoch = epoch ?? lastEpoch
    lastStep = step ?? lastStep
    return { step, epoch }
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
