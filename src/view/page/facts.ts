// What is known besides the curves: each fact with the words that said so, and the notes made while reading.

import type { ExaminedRun } from '../../diagnosis/examination.ts'
import { cut, pad, width } from '../wrap.ts'
import { bullet, paragraph, type Sheet } from './sheet.ts'

const MOST_FACTS = 14
const MOST_NOTES = 8

/** The facts as a table of name, value and source, and how to correct one; nothing where nothing was told. */
export function facts(run: ExaminedRun, on: Sheet): string[] {
  const shown = run.facts.slice(0, MOST_FACTS)
  if (shown.length === 0) return []
  const names = shown.map((fact) => on.line(fact.name, 40))
  const values = shown.map((fact) => value(fact.value, on))
  const name = Math.min(Math.floor(on.columns / 2), Math.max(...names.map(width)))
  const room = { name, value: Math.min(24, on.columns - name - 4, Math.max(...values.map(width))) }
  const lines = shown.map((fact, i) => {
    const start = `  ${pad(names[i]!, room.name, on.symbols.cut)}  ${pad(values[i]!, room.value, on.symbols.cut)}`
    return start + on.ink.dim(source(fact, on.columns - width(start) - 2, on))
  })
  const more = run.facts.length - shown.length
  return [
    on.ink.bold(on.say('view.facts')),
    ...lines.map((line) => line.trimEnd()),
    ...(more > 0 ? paragraph(on, on.say('view.facts.more', { count: more }), 2) : []),
    ...paragraph(on, on.say('view.facts.fix', { name: names[0] }), 2).map(on.ink.dim),
  ]
}

/** The quote and its place; the quote gives way first where the window is narrow. */
function source(fact: ExaminedRun['facts'][number], columns: number, on: Sheet): string {
  const quote = on.line(fact.quote, 120)
  // the words of --fact name their place themselves
  const where = quote.startsWith(fact.where) ? '' : on.line(fact.where, 40)
  const left = columns - width(where) - width('“” ')
  if (left < 8) return columns > width(where) ? `  ${where}` : ''
  return `  ${on.say('view.fact.quote', { quote: cut(quote, left, on.symbols.cut) })} ${where}`.trimEnd()
}

function value(one: unknown, on: Sheet): string {
  if (typeof one === 'number') return on.number(one)
  if (Array.isArray(one)) return one.map((item) => value(item, on)).join(', ')
  return on.line(String(one), 60)
}

/** Damage met while reading, and whatever else the reader of the report must know. */
export function notes(run: ExaminedRun, on: Sheet): string[] {
  if (run.notes.length === 0) return []
  const shown = run.notes.slice(0, MOST_NOTES)
  const more = run.notes.length - shown.length
  return [
    on.ink.bold(on.say('view.notes')),
    ...shown.flatMap((note) => bullet(on, on.symbols.none, on.line(note, 300))),
    ...(more > 0 ? paragraph(on, on.say('view.notes.more', { count: more }), 2) : []),
  ]
}
