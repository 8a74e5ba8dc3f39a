// One logged object: its fields that place it (epoch, step, split) and its fields that are values.

import { meaningOf } from '../../record/lexicon.ts'
import type { Split } from '../../record/series.ts'
import type { TextSink } from './dialect.ts'
import type { Flat } from './literals.ts'

const STEP =
  /^(?:(?:train|trainer|global|current|training)[_/ ]?)?(?:steps?|iter|iters|iteration|iterations|num_updates|updates|batch|timesteps?|total_timesteps|_step)$/i
const EPOCH = /^(?:train\/)?epochs?$/i
const SPLIT_FIELD = /^(?:mode|phase|split|stage|type)$/i
const SPLITS: ReadonlyMap<string, Split> = new Map([
  ['train', 'train'],
  ['training', 'train'],
  ['val', 'val'],
  ['valid', 'val'],
  ['validation', 'val'],
  ['eval', 'val'],
  ['dev', 'val'],
  ['test', 'test'],
])
/** Totals and means over the whole run that trainers print at the end. */
const SUMMARY = /^(?:train_runtime|train_samples_per_second|train_steps_per_second)$/

/** Whether a field places the others: an epoch or a step. */
export function isPlace(name: string): boolean {
  const { role } = fieldOf(name)
  return role === 'step' || role === 'epoch'
}

interface Field {
  readonly role: 'step' | 'epoch' | 'split' | 'value' | 'none'
  /** printed at the end of a run, as its totals are */
  readonly summary: boolean
  readonly split: Split | undefined
}

const MOST_FIELDS = 2000
const fields = new Map<string, Field>()

/** What the name of a field says; remembered, because an object is printed in every line. */
function fieldOf(name: string): Field {
  const known = fields.get(name)
  if (known !== undefined) return known
  const { metric, split } = meaningOf(name)
  const role = STEP.test(name) ? 'step' : EPOCH.test(name) ? 'epoch' : SPLIT_FIELD.test(name) ? 'split' : undefined
  const none = metric === 'ignore' || metric === 'best'
  const field: Field = { role: role ?? (none ? 'none' : 'value'), summary: SUMMARY.test(name), split }
  if (fields.size >= MOST_FIELDS) fields.clear()
  // A copy, because a slice would keep the whole text that it was cut from alive.
  fields.set(Array.from(name).join(''), field)
  return field
}

/** Emits the values of an object; what stood beside it on the line (a bar's step, a logger's split) places it where it does not say. */
export function tellObject(object: Flat, sink: TextSink, beside: { step?: number; split?: Split } = {}): void {
  const { epoch, split = beside.split, summary, ...told } = placeOf(object)
  const step = told.step ?? beside.step
  if (epoch !== undefined && !summary) sink.epoch(epoch)
  for (const [name, value] of object) {
    if (typeof value !== 'number') continue
    const field = fieldOf(name)
    if (field.role === 'step' || field.role === 'epoch' || isNoCurve(name, field, summary)) continue
    const own = field.split === undefined ? split : undefined
    sink.point(name, value, { epoch, step, split: own })
  }
}

/** A number in a field that else names a split (`stage: 2`) is a value like any other. */
function isNoCurve(name: string, { role }: Field, summary: boolean): boolean {
  if (role === 'split') return /^(?:ignore|best)$/.test(meaningOf(name).metric)
  return role === 'none' || (summary && name === 'train_loss')
}

interface Told {
  epoch: number | undefined
  step: number | undefined
  split: Split | undefined
  summary: boolean
}

function placeOf(object: Flat): Told {
  const told: Told = { epoch: undefined, step: undefined, split: undefined, summary: false }
  let said = false
  for (const [name, value] of object) {
    const { role, summary } = fieldOf(name)
    if (summary) told.summary = true
    if (typeof value === 'number') {
      if (role === 'epoch') told.epoch ??= value
      if (role === 'step' && !Number.isNaN(value)) told.step = Math.max(told.step ?? value, value)
    } else if (role === 'split' && !said) {
      said = true
      told.split = SPLITS.get(value.toLowerCase())
    }
  }
  return told
}
