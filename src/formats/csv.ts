// Histories as delimited text: Keras CSVLogger, Lightning, Ultralytics, timm, DVCLive, CatBoost, Ray, hand-written ones.

import type { Emit } from '../record/entry.ts'
import type { Axis, Mean, Split } from '../record/series.ts'
import { defineFormat, type Head, type Reader } from './format.ts'
import { headerOf } from './header.ts'
import { impliedSplit, isHistory, isKerasHistory, isTelling, type Role, rolesOf } from './rows.ts'
import { cellText, csvRows, type Row } from './wire/csv.ts'
import { numberAt, numberIn } from './wire/number.ts'

/** files of CatBoost whose split is in their name; its test set is the one that it stops by */
const CATBOOST: Readonly<Record<string, Split>> = { 'learn_error.tsv': 'train', 'test_error.tsv': 'val' }

interface Column {
  readonly name: string
  readonly role: Role
  readonly axis: Axis | undefined
  readonly mean: Mean | undefined
  readonly split: Split | undefined
}

export default defineFormat({
  name: 'csv',
  title: 'CSV or TSV history',
  recognises(head) {
    const found = headerOf(head)
    if (found === undefined || !found.agrees) return false
    return isHistory(found.names) || isTelling(exportedTag(found.names, head.name) ?? '')
  },
  open,
})

function open(emit: Emit, head: Head): Reader {
  const delimiter = headerOf(head)?.delimiter ?? ','
  let columns: readonly Column[] | undefined
  let told = false
  const rows = csvRows(delimiter.charCodeAt(0), (row) => {
    if (row.bytes[row.starts[0]!] === 0x23) return
    if (columns === undefined) columns = columnsOf(textsOf(row), head.name)
    else if (isHeaderAgain(row, columns)) {
      if (told && !columns.some(({ role }) => role === 'epoch' || role === 'step')) emit({ kind: 'run' })
      columns = columnsOf(textsOf(row), head.name)
    } else told = emitRow(emit, row, columns, delimiter === ';') || told
  })
  return rows
}

function textsOf(row: Row): string[] {
  return Array.from({ length: row.count }, (_, cell) => cellText(row, cell).replace(/^"([\s\S]*)"$/, '$1'))
}

function columnsOf(names: readonly string[], file: string): Column[] {
  const roles = rolesOf(names)
  const keras = isKerasHistory(names)
  const placed = roles.includes('epoch') || roles.includes('step')
  const prefix = exportPrefix(names)
  const tag = exportedTag(names, file)
  const axis = placed ? undefined : hasValidation(names) ? 'epoch' : undefined
  return names.map((name, column) => {
    const role = roles[column]!
    return {
      name: role === 'metric' && tag !== undefined ? tag : name.slice(prefix.length),
      role: role === 'index' ? (axis === 'epoch' ? 'epoch' : 'step') : role,
      axis,
      split: CATBOOST[file] ?? impliedSplit(name, names),
      mean: keras && !name.startsWith('val_') && role === 'metric' ? 'epoch' : undefined,
    }
  })
}

function hasValidation(names: readonly string[]): boolean {
  return names.some((name) => /^val|valid|test/i.test(name) && isTelling(name))
}

/** TensorBoard's download of one curve tells the tag in the file's name alone: `run-.-tag-train_loss.csv`. */
function exportedTag(names: readonly string[], file: string): string | undefined {
  if (names.join().toLowerCase() !== 'wall time,step,value') return undefined
  return /tag-(.+)\.csv$/.exec(file)?.[1]
}

/** W&B's export of one run puts its name before each metric: `calm-sea-3 - val/loss`. */
function exportPrefix(names: readonly string[]): string {
  const first = names.find((name) => name.includes(' - '))
  const prefix = first?.slice(0, first.indexOf(' - ') + 3) ?? ''
  const metrics = names.filter((name) => name.includes(' - '))
  return prefix !== '' && metrics.every((name) => name.startsWith(prefix)) && names.length - metrics.length <= 1
    ? prefix
    : ''
}

function isHeaderAgain(row: Row, columns: readonly Column[]): boolean {
  const at = columns.findIndex(({ role }) => role === 'metric')
  if (at < 0 || row.count < 2) return false
  const first = row.bytes[row.starts[at]!]!
  if (row.ends[at]! <= row.starts[at]! || (first >= 0x2b && first <= 0x39)) return false
  const names = textsOf(row)
  return names.every((name) => numberIn(name) === undefined) && isHistory(names)
}

/** Emits the metrics of a row; true if there were any. An empty cell is a value that was not logged. */
function emitRow(emit: Emit, row: Row, columns: readonly Column[], comma: boolean): boolean {
  let step: number | undefined
  let epoch: number | undefined
  for (let cell = 0; cell < columns.length && cell < row.count; cell++) {
    const { role } = columns[cell]!
    if (role === 'epoch') epoch = numberAt(row.bytes, row.starts[cell]!, row.ends[cell]!)
    else if (role === 'step') step = numberAt(row.bytes, row.starts[cell]!, row.ends[cell]!)
  }
  let any = false
  for (let cell = 0; cell < columns.length && cell < row.count; cell++) {
    const column = columns[cell]!
    if (column.role !== 'metric') continue
    const value =
      numberAt(row.bytes, row.starts[cell]!, row.ends[cell]!) ??
      (comma ? numberIn(cellText(row, cell).replace(',', '.')) : undefined)
    if (value === undefined) continue
    any = true
    const { name, axis, mean, split } = column
    emit({ kind: 'point', name, value, step, epoch, axis, mean, split })
  }
  return any
}
