// Histories as one JSON document: Keras' History, evaluation results of boosting, pandas, arrays of rows.

import { message } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { meaningOf } from '../record/lexicon.ts'
import { fieldRows, isHistoryRow } from './fields.ts'
import { defineFormat, type Head, ReadError, type Reader } from './format.ts'
import { type JsonColumn, type JsonColumns, jsonRecords } from './json-records.ts'
import { impliedSplit, isHistory, isKerasHistory, isTelling, rolesOf } from './rows.ts'
import { settingFact } from './settings.ts'

/** Keys that only wrap a history and say nothing of its metrics. */
const WRAPPERS = new Set([
  'history',
  'log_history',
  'metrics',
  'logs',
  'log',
  'data',
  'results',
  'evals_result',
  'iterations',
  'records',
])

export default defineFormat({
  name: 'json-history',
  title: 'JSON history',
  recognises(head) {
    if (!/^\ufeff?\s*[[{]/.test(head.text) || /"nbformat"|"weightsManifest"|"op_code"/.test(head.text)) return false
    let telling = false
    const reader = open((entry) => {
      telling ||= entry.kind === 'point'
    }, head)
    try {
      reader.push(head.bytes)
      reader.end()
    } catch (error) {
      if (!(error instanceof ReadError)) throw error
    }
    return telling
  },
  open,
})

function open(emit: Emit, head: Head): Reader {
  const rows = fieldRows(emit)
  let inner = false
  const walk = jsonRecords({
    row(fields, { path, index, whole }) {
      // what stands beside a document's own rows or columns sums them up
      const isSummary = whole && inner
      inner = !whole && inner
      if (isSummary || !isHistoryRow(fields)) return
      inner = (rows(fields, { split: splitOf(path), epoch: index }) > 0 && !whole) || inner
    },
    columns(columns, path, again) {
      const names = [...columns.keys()]
      if (!isHistory(names) && !(splitOf(path) && names.some(isTelling))) return
      if (again) emit({ kind: 'run' })
      emitColumns(emit, columns, path)
      inner = true
    },
    scalar(path, value) {
      const fact = path.length <= 3 ? settingFact(path.join('/'), value, head.name || 'JSON') : undefined
      if (fact) emit({ kind: 'fact', fact })
    },
  })
  return {
    push: walk.push,
    end() {
      if (walk.end()) emit({ kind: 'note', note: message('note.torn') })
    },
  }
}

function splitOf(path: readonly string[]): ReturnType<typeof meaningOf>['split'] {
  for (const key of path.toReversed()) {
    const { split } = meaningOf(`${key} loss`)
    if (split) return split
  }
  return undefined
}

/** The columns of one object, its epochs or steps beside them; without these, one value an epoch, in order. */
function emitColumns(emit: Emit, columns: JsonColumns, path: readonly string[]): void {
  const names = [...columns.keys()]
  const roles = rolesOf(names)
  const at = (role: string) => columns.get(names[roles.indexOf(role as never)] ?? '')?.values
  const epochs = at('epoch')
  const steps = at('step')
  const keras = isKerasHistory(names)
  const sparse = [...columns.values()].some(({ gaps }) => gaps.size > 0)
  const prefix = path.filter((key) => !WRAPPERS.has(key.toLowerCase()))
  for (const [column, name] of names.entries()) {
    if (roles[column] !== 'metric') continue
    const held = columns.get(name)!
    const placed = { epochs: along(epochs, held), steps: along(steps, held) }
    const bare = placed.epochs === undefined && placed.steps === undefined
    const whole = [...prefix, name].join('/')
    const told = {
      split: impliedSplit(name, names),
      axis: bare && held.positions === undefined ? ('epoch' as const) : undefined,
      mean: keras && !name.startsWith('val_') ? ('epoch' as const) : undefined,
    }
    for (const index of logged(held)) {
      emit({
        kind: 'point',
        name: whole,
        value: held.values[index]!,
        step: placed.steps?.[index],
        epoch:
          placed.epochs?.[index] ?? (bare ? (held.positions?.[index] ?? (sparse ? index + 1 : undefined)) : undefined),
        ...told,
      })
    }
  }
}

function along(coordinates: readonly number[] | undefined, held: JsonColumn): readonly number[] | undefined {
  return coordinates?.length === held.values.length ? coordinates : undefined
}

/**
 * The indexes of a column that hold a value. null among numbers is a value that was not logged; null to the end of a
 * column that was full until then is how JSON.stringify and pandas write NaN.
 */
function* logged({ values, gaps, trailing }: JsonColumn): Generator<number> {
  const dense = gaps.size === 0 && trailing < values.length
  for (let index = 0; index < values.length; index++) {
    const isTail = index >= values.length - trailing
    if (isTail ? dense : !gaps.has(index)) yield index
  }
}
