// Printed tables: fastai, Ultralytics, markdown, CSV pasted into text, Trainer's notebook tables, columns without names.

import { BAR, cellsOf, isRule } from '../cells.ts'
import { type Header, headerOf } from '../columns.ts'
import type { DialectReader, Line, TextSink } from '../dialect.ts'
import { defineDialect } from '../dialect.ts'
import { MARK } from '../marks.ts'
import { openNameless } from '../nameless.ts'
import { numberOf } from '../numbers.ts'

export default defineDialect({ name: 'table', title: 'Printed tables', turn: 35, open })

/** A table ends where this many lines in a row are no rows of it. */
const PATIENCE = 4

function open(sink: TextSink): DialectReader {
  let header: Header | undefined
  let misses = 0
  const nameless = openNameless(sink)
  return {
    line(line) {
      if ((line.marks & (MARK.letter | MARK.digit)) === 0 && isRule(line.text)) return header !== undefined
      if (header !== undefined && (header.report ? isReportRow(line.text) : row(header, line, sink))) {
        misses = 0
        return true
      }
      const fresh = mayBeHeader(line) ? headerOf(line.text) : undefined
      if (fresh !== undefined) {
        header = fresh
        misses = 0
        return true
      }
      if (header !== undefined && line.text.trim() !== '' && ++misses > PATIENCE) header = undefined
      return header === undefined && nameless.line(line)
    },
    busy: () => header !== undefined || nameless.busy?.() === true,
    end: () => nameless.end?.(),
  }
}

/** A row of scikit-learn's classification report: scores of one class, no curve. */
function isReportRow(text: string): boolean {
  return /^\s*[\w .-]{1,40}?(?:\s+[01]\.\d+){1,3}\s+\d+\s*$/.test(text)
}

/** Headers hold no numbers by themselves, and few signs of prose. */
function mayBeHeader(line: Line): boolean {
  const { text } = line
  if (text.length < 8 || text.length > 2000 || (line.marks & BLANKS) === 0) return false
  if (
    (line.marks & MARK.digit) !== 0 &&
    !((line.marks & MARK.percent) !== 0 && text.includes('%|')) &&
    line.scan().count > 0
  )
    return false
  if (!NAMES.test(text)) return false
  return !/[:=]\s*[-+]?\d|\d\.\d{3,}/.test(text.replace(BAR, ''))
}
const BLANKS = MARK.blank | MARK.tab | MARK.comma | MARK.stroke
const NAMES = /loss|acc|err|epoch|score|map|auc|f1|mse|mae|损失|потер|ppl|reward|support/i

function row(header: Header, line: Line, sink: TextSink): boolean {
  const cells = rowCells(header, line.text)
  if (cells === undefined) return false
  if (header.classes) return classRow(header, cells, sink)
  const values = header.columns.map((column, i) => (column.role === 'other' ? undefined : numberIn(cells[i] as string)))
  const metrics = header.columns.filter((column, i) => column.role === 'metric' && values[i] !== undefined).length
  const foreign = header.columns.some(
    (column, i) => column.role !== 'other' && values[i] === undefined && !isAbsent(cells[i] as string),
  )
  if (metrics === 0 || foreign) return false
  // A bar behind the row is drawn again with each batch; the last drawing counts.
  if (!line.final && !/100%/.test(line.text)) return true
  const epoch = at(header, values, 'epoch')
  const step = at(header, values, 'step')
  if (epoch !== undefined) sink.epoch(epoch)
  for (const [i, column] of header.columns.entries()) {
    const value = values[i]
    if (column.role === 'metric' && value !== undefined) {
      sink.point(column.name, value, {
        epoch,
        step,
        ...(epoch !== undefined && step === undefined && { axis: 'epoch' as const }),
      })
    }
  }
  return true
}

/** The cells of a row; a first one without a name (an index) is dropped. */
function rowCells(header: Header, text: string): string[] | undefined {
  const count = header.columns.length
  const divider = header.divider === 'wide' && (cellsOf(text, 'wide')?.length ?? 0) < count ? 'blank' : header.divider
  const cells = cellsOf(text, divider)
  if (cells === undefined) return undefined
  if (cells.length === count) return cells
  return cells.length === count + 1 && numberOf(cells[0] as string) !== undefined ? cells.slice(1) : undefined
}

function classRow(header: Header, cells: readonly string[], sink: TextSink): boolean {
  if (!header.columns.every((column, i) => column.role !== 'metric' || numberIn(cells[i] as string) !== undefined))
    return false
  if (cells[0] !== 'all') return true
  for (const [i, column] of header.columns.entries()) {
    if (column.role === 'metric')
      sink.point(column.name, numberIn(cells[i] as string) as number, { split: header.split, axis: 'epoch' })
  }
  return true
}

function at(header: Header, values: readonly (number | undefined)[], role: 'epoch' | 'step'): number | undefined {
  const index = header.columns.findIndex((column) => column.role === role)
  return index < 0 ? undefined : values[index]
}

/** `0.35`, `1/99`, `85.3%`, `**0.2**`. */
function numberIn(cell: string): number | undefined {
  const plain = cell.replace(/^\*+|\*+$/g, '')
  return numberOf(plain) ?? numberOf(/^(\d+)\s*\/\s*\d+$/.exec(plain)?.[1] ?? '')
}

function isAbsent(cell: string): boolean {
  return /^(?:|-+|no log|none|null|n\/?a|#na#|—)$/i.test(cell)
}
