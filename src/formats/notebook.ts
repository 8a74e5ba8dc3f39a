// Jupyter notebooks: what their cells printed and showed, in the order in which they were run.

import { message } from '../locales/speak.ts'
import type { Emit } from '../record/entry.ts'
import { defineFormat, type Head, ReadError, type Reader } from './format.ts'
import { type Cell, type Output, openDocument } from './notebook/document.ts'
import { tablesIn } from './notebook/html.ts'
import { type Memory, openMemory } from './notebook/memory.ts'
import { executed, ran } from './notebook/order.ts'
import { openPrinted, type Printed } from './notebook/printed.ts'
import { openNames, readSource } from './notebook/source.ts'
import { tellTable } from './notebook/table.ts'
import { messageKind } from './text/messages.ts'

export default defineFormat({ name: 'notebook', title: 'Jupyter notebook', recognises, open })

/** Cells, or the version of the layout; whatever stands first of an object's keys. */
function recognises({ text }: Head): boolean {
  if (!/^\ufeff?\s*\{/.test(text)) return false
  if (/"nbformat"\s*:\s*\d/.test(text)) return true
  return /"(?:cells|worksheets)"\s*:\s*\[/.test(text) && /"cell_type"\s*:\s*"(?:code|markdown|raw|heading)"/.test(text)
}

function open(emit: Emit): Reader {
  const document = openDocument()
  let broken: ReadError | undefined
  return {
    push(chunk) {
      if (broken) return
      try {
        document.push(chunk)
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        // what stands before the damage is read nevertheless
        broken = error
      }
    },
    end() {
      const cells = document.end()
      const memory = openMemory(emit)
      tell(cells, memory)
      if (document.full()) emit({ kind: 'note', note: message('note.notebook-large') })
      if (broken) throw broken
      if (!document.whole()) emit({ kind: 'note', note: message('note.torn') })
      else if (memory.points() === 0) throw nothing(cells)
    },
  }
}

/** Why a whole notebook tells nothing, and what to do. */
function nothing(cells: readonly Cell[]): ReadError {
  const outputs = cells.flatMap((cell) => cell.outputs)
  const error = outputs.findLast((output) => output.kind === 'error')
  if (outputs.length === 0) return new ReadError('error.notebook-not-run')
  if (error) return new ReadError('error.notebook-failed', { line: lineOf(error) })
  return new ReadError('error.notebook-no-curve')
}

function tell(cells: readonly Cell[], memory: Memory): void {
  let where = ''
  const names = openNames(memory.emit)
  const printed = openPrinted(names.take, memory, () => where)
  for (const cell of executed(cells)) {
    if (!ran(cell, cells)) continue
    const number = cell.count ?? ' '
    readSource(cell.source, `In [${number}]`, names.take)
    where = `Out [${number}]`
    const before = memory.points()
    for (const output of cell.outputs) show(output, cell.source, where, printed, { ...memory, emit: names.take })
    printed.end()
    tellFailure(cell, memory.points() > before, memory.emit)
  }
  names.end()
}

/** A report of whyloss itself that is shown in the notebook is no record. */
const OWN = '<div class="whyloss'

function show(output: Output, source: string, where: string, printed: Printed, memory: Memory): void {
  if (output.kind === 'stream') printed.push(output.name, output.text)
  if (output.kind !== 'data') return
  const { html, plain } = output
  if (html.trimStart().startsWith(OWN)) return
  const tables = tablesIn(html)
  for (const table of tables) tellTable(table, where, memory, memory.emit)
  // a table that is no history is no log either
  if (tables.length === 0 && !/^<[\w.]+(?: |>)/.test(plain)) printed.push('stdout', `\n${named(plain, source)}\n`)
}

/** A list that a cell shows by its last expression: `model.loss_curve_`, `history.history['loss']`. */
const EXPRESSION = /(?:^|[\n;])[\w. ()[\]'"]{0,80}?[.['"\s](\w{1,40})['"]?\]?\s*$/

/** What a cell shows, in one line where it is a list or a dictionary; a list is called as the cell called it. */
function named(plain: string, source: string): string {
  if (!/^[[{]/.test(plain)) return plain
  const line = plain.replace(/\s*\n\s*/g, ' ')
  const name = line.startsWith('[') ? EXPRESSION.exec(source.slice(-200))?.[1] : undefined
  return name === undefined ? line : `${name}: ${line}`
}

/** An error of a cell that had trained is the training's; one without memory is, whatever was told before it. */
function tellFailure({ outputs }: Cell, trained: boolean, emit: Emit): void {
  for (const output of outputs) {
    if (output.kind !== 'error') continue
    const text = lineOf(output)
    const kind = messageKind(text)
    if (trained || kind === 'out-of-memory') emit({ kind: 'event', event: { kind: kind ?? 'traceback', text } })
  }
}

function lineOf({ name, value }: Extract<Output, { kind: 'error' }>): string {
  return `${name}: ${value}`.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ').slice(0, 200)
}
