// The rows of a stream that hold values, turned into points: columns of one metric, and looks at one step.

import type { Emit } from '../../record/entry.ts'
import { type Axis, type Mean, SPLITS, type Split } from '../../record/series.ts'
import { isObject, list, number, oneOf, text } from './shape.ts'

const METRIC = /^[a-z][a-z0-9-]{0,59}$/
const split = oneOf(SPLITS)
const axis = oneOf<Axis>(['epoch', 'step'])
const mean = oneOf<Mean>(['batch', 'window', 'running', 'epoch', 'unknown'])

/** Emits the values of a row; false where it is broken, and then nothing of it is taken. */
export function emitPoints(row: Readonly<Record<string, unknown>>, emit: Emit): boolean {
  const [metric, layer] = [text(row.metric), text(row.layer ?? '')]
  const told = { split: split(row.split), axis: axis(row.axis), mean: mean(row.mean ?? 'unknown') }
  const values = columnOf(row.value)
  const steps = columnOf(row.step)
  const epochs = row.epoch === undefined || row.epoch === null ? undefined : columnOf(row.epoch, true)
  if (metric === undefined || !METRIC.test(metric) || layer === undefined || !told.split || !told.axis || !told.mean)
    return false
  if (!values || steps?.length !== values.length || (row.epoch && epochs?.length !== values.length)) return false
  const name = text(row.name) || nameOf(metric, told.split, layer)
  for (const [at, value] of values.entries()) {
    const place = { step: steps[at], epoch: epochs?.[at] }
    emit({ kind: 'point', name, metric, layer: layer || undefined, value, ...place, ...told })
  }
  return true
}

/** A layer past this one is not followed: their curves would be more than a run may have. */
const MOST_LAYERS = 5000

/** The layers that a row `names` lists, or undefined where it is broken. */
export function layersOf(row: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  return list(text, MOST_LAYERS)(row.layers)
}

/** Emits what a look at one step showed, of the whole run and of each layer; false where nothing of it could be taken. */
export function emitLook(row: Readonly<Record<string, unknown>>, layers: readonly string[], emit: Emit): boolean {
  const step = number(row.step)
  const [whole, each] = [row.whole ?? {}, row.layers ?? {}]
  if (step === undefined || !isObject(whole) || !isObject(each)) return false
  const values: (readonly [metric: string, layer: string | undefined, value: unknown])[] = []
  for (const [metric, value] of Object.entries(whole)) values.push([metric, undefined, value])
  for (const [metric, column] of Object.entries(each)) {
    if (!Array.isArray(column) || column.length > layers.length) return false
    for (const [at, value] of column.entries()) values.push([metric, layers[at], value])
  }
  const known = values.filter(([, , value]) => value !== null)
  if (!known.every(([metric, , value]) => METRIC.test(metric) && number(value) !== undefined)) return false
  for (const [metric, layer, value] of known) {
    const name = nameOf(metric, 'train', layer ?? '')
    const place = { step, split: 'train', axis: 'step', mean: 'batch' } as const
    emit({ kind: 'point', name, metric, layer, value: number(value) as number, ...place })
  }
  return true
}

/** As a user would call it: `loss`, `val_loss`, `gradient-norm fc1`. */
function nameOf(metric: string, split: Split, layer: string): string {
  const own = split === 'train' ? metric : `${split}_${metric}`
  return layer === '' ? own : `${own} ${layer}`
}

/** A column of numbers; a gap is NaN, where there may be one. */
function columnOf(values: unknown, gaps = false): readonly number[] | undefined {
  if (!Array.isArray(values)) return undefined
  const column: number[] = []
  for (const one of values) {
    const value = one === null && gaps ? Number.NaN : number(one)
    if (value === undefined) return undefined
    column.push(value)
  }
  return column
}
