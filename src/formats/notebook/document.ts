// The JSON of a notebook, nbformat 3 and 4, as its code cells with their sources and outputs; images are dropped.

import { ReadError } from '../format.ts'
import { type JsonScalar, jsonTokens } from '../wire/json.ts'

/** What a cell put out, as far as a curve may stand in it. */
export type Output =
  | { readonly kind: 'stream'; readonly name: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'data'; readonly html: string; readonly plain: string }
  | { readonly kind: 'error'; readonly name: string; readonly value: string }

export interface Cell {
  /** the number of its execution; undefined where it was not run or the number was stripped */
  readonly count: number | undefined
  readonly source: string
  readonly outputs: readonly Output[]
}

export interface Document {
  push(chunk: Uint8Array): void
  /** the code cells as far as the document reaches */
  end(): Cell[]
  /** the document was closed in order */
  whole(): boolean
  /** text was left out because there was too much of it */
  full(): boolean
}

/** of one string, in bytes; Jupyter writes a string for each line, others one for each output */
const LONGEST_STRING = 16 << 20
/** of all text together, in characters */
const MOST_TEXT = 96 << 20
const MOST_PARTS = 4_000_000

/** The fields of a cell or an output: each a string or a list of strings, joined. */
type Fields = Map<string, string[]>

/** Fields that are read, by the keys that lead to them; nbformat 3 has no `data` and calls the source `input`. */
const OF_CELL = new Set(['cell_type', 'execution_count', 'prompt_number', 'source', 'input'])
const OF_OUTPUT = new Set(['output_type', 'name', 'stream', 'text', 'html', 'ename', 'evalue'])
const OF_DATA = new Set(['text/html', 'text/plain'])

interface State {
  /** keys and array signs from the root to here */
  readonly path: string[]
  readonly cells: Cell[]
  cell: Fields | undefined
  outputs: Output[]
  output: Fields | undefined
  text: number
  parts: number
  closed: boolean
}

/** Opens the reading of a document. `push` throws ReadError as jsonTokens does; what was read before it counts. */
export function openDocument(): Document {
  const state: State = {
    ...{ path: [], cells: [], cell: undefined, outputs: [], output: undefined },
    ...{ text: 0, parts: 0, closed: false },
  }
  const tokens = jsonTokens(
    {
      open: (kind) => opened(state, kind),
      close: () => closed(state),
      key: (name) => {
        state.path[state.path.length - 1] = name
      },
      value: (value) => taken(state, value),
    },
    LONGEST_STRING,
  )
  return {
    push: tokens.push,
    end() {
      if (state.output) endOutput(state)
      if (state.cell) endCell(state)
      return state.cells
    },
    whole: () => state.closed,
    full: () => state.text > MOST_TEXT || state.parts > MOST_PARTS,
  }
}

const ELEMENT = '[]'

function opened(state: State, kind: 'object' | 'array'): void {
  const { path } = state
  if (state.closed && path.length === 0) throw new ReadError('error.malformed-json', { byte: 0 })
  path.push(kind === 'array' ? ELEMENT : '')
  const depth = cellDepth(path)
  if (depth === 0 || kind !== 'object') return
  if (path.length === depth) state.cell = new Map()
  else if (path.length === depth + 2 && path[depth - 1] === 'outputs' && state.cell) state.output = new Map()
}

/** How many places lead to the object of a cell: `cells []`, or `worksheets [] cells []`; 0 elsewhere. */
function cellDepth(path: readonly string[]): number {
  if (path[0] === 'cells' && path[1] === ELEMENT && path.length >= 3) return 3
  const old = path[0] === 'worksheets' && path[1] === ELEMENT && path[2] === 'cells' && path[3] === ELEMENT
  return old && path.length >= 5 ? 5 : 0
}

function closed(state: State): void {
  const { path } = state
  const depth = cellDepth(path)
  if (depth > 0 && path.length === depth && state.cell) endCell(state)
  else if (depth > 0 && path.length === depth + 2 && state.output) endOutput(state)
  path.pop()
  if (path.length === 0) state.closed = true
}

function taken(state: State, value: JsonScalar): void {
  const { path, cell, output } = state
  const depth = cellDepth(path)
  if (depth === 0 || !cell || value === null) return
  const at = path.slice(depth - 1).filter((key) => key !== ELEMENT)
  const [key = '', inner = '', mime = ''] = at
  if (key !== 'outputs') {
    if (OF_CELL.has(key) && at.length === 1) keep(state, cell, key, value)
  } else if (output && (OF_OUTPUT.has(inner) ? at.length === 2 : inner === 'data' && OF_DATA.has(mime)))
    keep(state, output, mime || inner, value)
}

function keep(state: State, into: Fields, key: string, value: JsonScalar): void {
  const text = String(value)
  state.text += text.length
  state.parts++
  if (state.text > MOST_TEXT || state.parts > MOST_PARTS) return
  const held = into.get(key)
  if (held) held.push(text)
  else into.set(key, [text])
}

function textOf(fields: Fields, ...keys: readonly string[]): string {
  for (const key of keys) {
    const parts = fields.get(key)
    if (parts) return parts.join('')
  }
  return ''
}

function endOutput(state: State): void {
  const output = state.output!
  state.output = undefined
  const kind = textOf(output, 'output_type')
  if (kind === 'stream') {
    const name = textOf(output, 'name', 'stream') === 'stderr' ? 'stderr' : 'stdout'
    state.outputs.push({ kind: 'stream', name, text: textOf(output, 'text') })
  } else if (kind === 'error' || kind === 'pyerr')
    state.outputs.push({ kind: 'error', name: textOf(output, 'ename'), value: textOf(output, 'evalue') })
  else {
    const [html, plain] = [textOf(output, 'text/html', 'html'), textOf(output, 'text/plain', 'text')]
    state.outputs.push({ kind: 'data', html, plain })
  }
}

function endCell(state: State): void {
  const cell = state.cell!
  const { outputs } = state
  state.cell = undefined
  state.outputs = []
  if (textOf(cell, 'cell_type') !== 'code' && outputs.length === 0) return
  const count = Number(textOf(cell, 'execution_count', 'prompt_number') || Number.NaN)
  state.cells.push({
    count: Number.isFinite(count) ? count : undefined,
    source: textOf(cell, 'source', 'input'),
    outputs,
  })
}
