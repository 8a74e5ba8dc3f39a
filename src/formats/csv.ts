// Histories as delimited text: Keras CSVLogger, Lightning, Ultralytics, timm, DVCLive, CatBoost, Ray, hand-written ones.

import type { Emit } from '../record/entry.ts'
import type { Axis, Mean, Split } from '../record/series.ts'
import { defineFormat, type Head, type Reader } from './format.ts'
import { impliedSplit, isHistory, isKerasHistory, isTelling, type Role, rolesOf } from './rows.ts'
import { cellText, csvRows, type Row } from './wire/csv.ts'
import { numberAt, numberIn } from './wire/number.ts'

const DELIMITERS = [',', '\t', ';', '|'] as const
const LONGEST_HEADER = 65_536
/** a line of a log that happens to be cut by the delimiter: `Loss 0.41 (0.43)`, `Epoch: [0][10/50]`, `lr=0.1` */
const SENTENCE = /[=[\]]|:\s|\s[-+]?\d+\.\d|^\W*\d/

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
    return found !== undefined && isHistory(found.names) && found.agrees
  },
  open,
})

function open(emit: Emit, head: Head): Reader {
  const delimiter = headerOf(head)?.delimiter ?? ','
  let columns: readonly Column[] | undefined
  let told = false
  const rows = csvRows(delimiter.charCodeAt(0), (row) => {
    if (row.bytes[row.starts[0]!] === 0x23) return
    if (columns === undefined) columns = columnsOf(textsOf(row))
    else if (isHeaderAgain(row, columns)) {
      if (told && !columns.some(({ role }) => role === 'epoch' || role === 'step')) emit({ kind: 'run' })
      columns = columnsOf(textsOf(row))
    } else told = emitRow(emit, row, columns, delimiter === ';') || told
  })
  return rows
}

/** The first row that is no comment, by the delimiter that cuts it best, and whether the next row agrees with it. */
function headerOf(head: Head): { names: string[]; delimiter: string; agrees: boolean } | undefined {
  const lines = head.text
    .slice(0, LONGEST_HEADER)
    .replace(/^\ufeff/, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
  const [first, second] = lines
  if (first === undefined || /[{}<>]|^\s*[[(]/.test(first)) return undefined
  const delimiter = DELIMITERS.map((one) => ({ one, count: split(first, one).length })).sort(
    (a, b) => b.count - a.count,
  )[0]!.one
  const names = split(first, delimiter)
  if (names.some((name) => numberIn(name) !== undefined || name.length > 200 || SENTENCE.test(name))) return undefined
  const cells = second === undefined ? [] : split(second, delimiter)
  const whole = lines.length > 2 || /[\r\n]$/.test(head.text)
  const numbers = cells.filter((cell) => numberIn(cell) !== undefined).length
  const fits = names.length > 1 ? Math.abs(cells.length - names.length) <= 1 : whole
  const alone = names.length > 1 && /\.[ct]sv$/i.test(head.name)
  return { names, delimiter, agrees: second === undefined ? alone : fits && numbers > 0 }
}

function split(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

function textsOf(row: Row): string[] {
  return Array.from({ length: row.count }, (_, cell) => cellText(row, cell).replace(/^"([\s\S]*)"$/, '$1'))
}

function columnsOf(names: readonly string[]): Column[] {
  const roles = rolesOf(names)
  const keras = isKerasHistory(names)
  const placed = roles.includes('epoch') || roles.includes('step')
  const prefix = exportPrefix(names)
  const axis = placed ? undefined : hasValidation(names) ? 'epoch' : undefined
  return names.map((name, column) => {
    const role = roles[column]!
    return {
      name: name.slice(prefix.length),
      role: role === 'index' ? (axis === 'epoch' ? 'epoch' : 'step') : role,
      axis,
      split: impliedSplit(name, names),
      mean: keras && !name.startsWith('val_') && role === 'metric' ? 'epoch' : undefined,
    }
  })
}

function hasValidation(names: readonly string[]): boolean {
  return names.some((name) => /^val|valid|test/i.test(name) && isTelling(name))
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
