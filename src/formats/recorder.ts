// The stream of whyloss' own recorder, as recorder/STREAM.md describes it: one JSON object a line, one file a process.

import { type MessageId, message } from '../locales/speak.ts'
import type { Emit, Entry } from '../record/entry.ts'
import { type FactName, fact } from '../record/fact.ts'
import { isFactName, isFactValue } from '../record/fact-kinds.ts'
import { EVENT_KINDS } from '../record/run.ts'
import { defineFormat, type Reader } from './format.ts'
import { emitLook, emitPoints, layersOf } from './recorder/curves.ts'
import { isStream, openPrinted, type Printed, type Told } from './recorder/printed.ts'
import { count, isObject, number, oneOf, textOf } from './recorder/shape.ts'
import { startOf, streamStart, titleOf } from './recorder/start.ts'
import { examplesOf, rowsOf } from './recorder/tables.ts'
import { parseJson } from './wire/json.ts'
import { textLines } from './wire/lines.ts'

/** The layout that is read here; of a later one what is known is read. */
const VERSION = 1
/** share of the time that the recorder may take, and the seconds at the start that do not count (design, section 5) */
const BUDGET = 0.01
const ALLOWANCE = 0.2
const LONGEST_TEXT = 300
const MOST_LOGGED = 1000

export default defineFormat({
  name: 'recorder',
  title: 'whyloss recorder',
  recognises: (head) => streamStart(head.text) !== undefined,
  open,
})

type Row = Readonly<Record<string, unknown>>

interface State {
  readonly emit: Emit
  readonly printed: Printed
  readonly told: Told
  title: string
  /** those that the looks speak of */
  layers: readonly string[]
  /** how many runs began in this process */
  runs: number
  /** a traceback was read in what was printed */
  failed: boolean
  cost: Row | undefined
  bad: number
  firstBad: number
}

function open(emit: Emit): Reader {
  const told: Told = { points: false, layers: false }
  const take: Emit = (entry) => {
    state.failed ||= entry.kind === 'event' && entry.event.kind === 'traceback'
    emit(entry)
  }
  const printed = openPrinted(take, told)
  const state: State = {
    emit,
    printed,
    told,
    title: '',
    layers: [],
    runs: 0,
    failed: false,
    cost: undefined,
    bad: 0,
    firstBad: 0,
  }
  let torn = false
  const lines = textLines((line, number) => {
    const row = parseJson(line)
    if (row === undefined && torn) return
    if (line.trim() !== '' && !(isObject(row) && takeRow(state, row)) && state.bad++ === 0) state.firstBad = number
  })
  return {
    push: lines.push,
    end() {
      // a last line without its end is one that was being written
      torn = true
      lines.end()
      state.bad += lines.long()
      printed.end()
      finish(state)
    },
  }
}

/** Takes a row; false where it is broken. What a later version may have added is passed over. */
function takeRow(state: State, row: Row): boolean {
  const take = typeof row.k === 'string' && Object.hasOwn(ROWS, row.k) ? ROWS[row.k] : undefined
  return take === undefined ? typeof row.k === 'string' : take(state, row)
}

const ROWS: Readonly<Record<string, (state: State, row: Row) => boolean>> = {
  start: takeStart,
  run: takeRun,
  points: (state, row) => measured(state, emitPoints(row, state.emit)),
  names: takeNames,
  look: (state, row) => measured(state, emitLook(row, state.layers, state.emit)),
  examples: takeExamples,
  fact: takeFact,
  rows: takeTable,
  event: takeEvent,
  text: takeText,
  logged: takeLogged,
  cost(state, row) {
    state.cost = row
    // written where a training ends, be it with its process or before the next one
    const step = number(row.steps)
    state.emit({ kind: 'event', event: { kind: 'end', text: '', ...(step !== undefined && { step }) } })
    return true
  },
  silent: takeSilent,
  end: takeEnd,
}

function takeStart(state: State, row: Row): boolean {
  const start = startOf(row)
  if (start === undefined) return false
  const title = titleOf(start.argv ?? [])
  state.title = title === '' || title === '-c' ? `process ${start.pid}` : title
  begin(state, undefined)
  if (start.v > VERSION) note(state, 'note.newer-recorder')
  const world = start.world ?? 1
  if (world > 1) state.emit({ kind: 'event', event: { kind: 'ranks', text: '', value: world } })
  return true
}

function takeRun(state: State, row: Row): boolean {
  state.printed.run()
  begin(state, textOf(LONGEST_TEXT)(row.name))
  return true
}

/** The first run of a process bears its title, a later one its own name or a number. */
function begin(state: State, name: string | undefined): void {
  state.runs++
  const numbered = state.runs === 1 ? state.title : `${state.title} #${state.runs}`
  state.emit({ kind: 'run', name: name || numbered })
}

function measured(state: State, good: boolean): boolean {
  state.told.points ||= good
  return good
}

function takeNames(state: State, row: Row): boolean {
  const layers = layersOf(row)
  state.layers = layers ?? state.layers
  return layers !== undefined
}

function takeExamples(state: State, row: Row): boolean {
  const rows = examplesOf(row)
  if (rows) state.emit({ kind: 'rows', table: 'exampleLoss', rows })
  return rows !== undefined
}

function takeFact(state: State, row: Row): boolean {
  const [name, quote] = [textOf(LONGEST_TEXT)(row.name), textOf(LONGEST_TEXT)(row.quote ?? '')]
  if (name === undefined || quote === undefined || !isFactName(name) || !isFactValue(name, row.value)) return false
  const value = row.value as never
  state.emit({ kind: 'fact', fact: fact<FactName>(name, value, quote || `${name} ${value}`, 'recorder', 'recorder') })
  return true
}

function takeTable(state: State, row: Row): boolean {
  const read = rowsOf(row.table, row.rows)
  if (!read) return false
  const { table, rows, bad } = read
  state.told.layers ||= table === 'layers'
  if (rows.length > 0) state.emit({ kind: 'rows', table, rows } as Entry)
  return bad === 0
}

const eventKind = oneOf(EVENT_KINDS)

function takeEvent(state: State, row: Row): boolean {
  const [kind, text] = [eventKind(row.event), textOf(LONGEST_TEXT)(row.text ?? '')]
  if (kind === undefined || text === undefined) return false
  const [step, value] = [number(row.step), number(row.value)]
  state.emit({
    kind: 'event',
    event: { kind, text, ...(step !== undefined && { step }), ...(value !== undefined && { value }) },
  })
  return true
}

function takeText(state: State, row: Row): boolean {
  if (!isStream(row.stream) || typeof row.text !== 'string') return false
  state.printed.push(row.stream, row.text, count(row.step) ?? 0)
  return true
}

function takeLogged(state: State, row: Row): boolean {
  const [step, epoch, values] = [number(row.step), number(row.epoch), row.values]
  if (step === undefined || !isObject(values)) return false
  const known = Object.entries(values).map(([name, value]) => [name, number(value)] as const)
  if (!known.every(([, value]) => value !== undefined)) return false
  for (const [name, value] of known.slice(0, MOST_LOGGED)) state.printed.logged(name, value as number, step, epoch)
  return true
}

function takeSilent(state: State, row: Row): boolean {
  note(state, 'note.recorder-silent', { why: textOf(LONGEST_TEXT)(row.why) || '?' })
  return true
}

/** How a process ended is printed as well, mostly; it is told once. */
function takeEnd(state: State, row: Row): boolean {
  const [text, step] = [textOf(LONGEST_TEXT)(row.text) ?? '', number(row.step)]
  const kind = row.why === 'exception' ? 'traceback' : row.why === 'signal' ? 'aborted' : undefined
  if (kind === undefined || (kind === 'traceback' && state.failed)) return true
  state.emit({ kind: 'event', event: { kind, text, ...(step !== undefined && { step }) } })
  return true
}

function finish(state: State): void {
  const { cost, bad, firstBad } = state
  if (bad > 0) note(state, 'note.bad-rows', { count: bad, line: firstBad })
  const [seconds, spent] = [number(cost?.seconds) ?? 0, number(cost?.spent) ?? 0]
  if (seconds > 0 && spent - ALLOWANCE > BUDGET * seconds) note(state, 'note.recorder-slow', { share: spent / seconds })
}

function note({ emit }: State, id: MessageId, values: Readonly<Record<string, string | number>> = {}): void {
  emit({ kind: 'note', note: message(id, values) })
}
