// Walks JSON of any layout and tells what it holds: rows (objects in arrays), columns (arrays of numbers), and the rest.

import { meaningOf } from '../record/lexicon.ts'
import { fieldNumber } from './fields.ts'
import { ReadError } from './format.ts'
import { type JsonScalar, jsonTokens } from './wire/json.ts'

export interface JsonColumn {
  readonly values: number[]
  /** indexes at which null stands, before the last number */
  readonly gaps: Set<number>
  /** explicit positions, where the column is an object `{"0": ..., "1": ...}` */
  readonly positions: number[] | undefined
  /** how many values at the end are null */
  trailing: number
}
export type JsonColumns = ReadonlyMap<string, JsonColumn>

export interface RowPlace {
  readonly path: readonly string[]
  /** the number that is its key, where it is */
  readonly index: number | undefined
  /** the document itself, not one row of many */
  readonly whole: boolean
}

export interface JsonHandlers {
  /** an object in an array, or under a key that is a number; nested objects are flattened to `a/b` */
  row(fields: Map<string, JsonScalar>, at: RowPlace): void
  /** the columns of an object when it closes; `again` where an object before it in the same array had some too */
  columns(columns: JsonColumns, path: readonly string[], again: boolean): void
  scalar(path: readonly string[], value: JsonScalar): void
}

interface Frame {
  readonly kind: 'object' | 'array'
  /** the path of keys that leads here; elements of arrays add nothing */
  readonly path: readonly string[]
  key: string
  /** the row that fields of this object belong to, with the names of objects between */
  readonly row: { readonly fields: Map<string, JsonScalar>; readonly prefix: string } | undefined
  readonly isRow: boolean
  /** an element of an array, or within one */
  readonly inRow: boolean
  readonly index: number | undefined
  columns: Map<string, JsonColumn> | undefined
  /** of an array: whether an element had columns, and its own column */
  hadColumns: boolean
  column: JsonColumn | undefined
}

const NUMBERED = /^(?:epoch|step|iter)?[ _-]?(\d{1,9})$/i
const MOST_COLUMNS = 10_000
const MOST_FIELDS = 10_000
const LONGEST_NAME = 300
/** 320 MB; a longer history is better written line by line */
const MOST_VALUES = 40_000_000

/** Opens a walk. Throws ReadError as jsonTokens does. `end` returns whether the text was torn. */
export function jsonRecords(handlers: JsonHandlers): { push(chunk: Uint8Array): void; end(): boolean } {
  const stack: Frame[] = []
  let columns = 0
  let values = 0
  const tokens = jsonTokens({
    open(kind) {
      stack.push(opened(kind, stack.at(-1)))
    },
    key(name) {
      const top = stack.at(-1)
      if (top) top.key = name.slice(0, LONGEST_NAME)
    },
    value(value) {
      if (values++ > MOST_VALUES) throw new ReadError('error.too-many-values', { limit: MOST_VALUES })
      columns += takeValue(handlers, stack, value, columns < MOST_COLUMNS)
    },
    close() {
      const frame = stack.pop()
      if (frame) closed(handlers, frame, stack)
    },
  })
  return {
    push: tokens.push,
    end() {
      tokens.end()
      const torn = tokens.torn()
      for (let frame = stack.pop(); frame; frame = stack.pop()) {
        if (frame.columns) closed(handlers, frame, stack)
      }
      return torn
    },
  }
}

function opened(kind: 'object' | 'array', top: Frame | undefined): Frame {
  const base = { kind, key: '', columns: undefined, hadColumns: false, column: undefined, index: undefined }
  const row = kind === 'object' ? fresh() : undefined
  if (!top) return { ...base, path: [], row, isRow: true, inRow: false }
  if (top.kind === 'array') return { ...base, path: top.path, row, isRow: true, inRow: true }
  const number = NUMBERED.exec(top.key)
  if (number && kind === 'object') {
    return { ...base, path: top.path, row, isRow: true, inRow: true, index: Number(number[1]) }
  }
  const inner = top.row && { fields: top.row.fields, prefix: `${top.row.prefix}${top.key}/` }
  return { ...base, path: [...top.path, top.key], row: inner, isRow: false, inRow: top.inRow }
}

function fresh(): NonNullable<Frame['row']> {
  return { fields: new Map(), prefix: '' }
}

/** Places a value; returns how many columns that began. */
function takeValue(handlers: JsonHandlers, stack: readonly Frame[], value: JsonScalar, room: boolean): number {
  const top = stack.at(-1)
  if (!top) return 0
  const before = stack.at(-2)
  if (top.kind === 'array') {
    const owner = before?.kind === 'object' ? before : undefined
    if (!owner) return 0
    const began = top.column === undefined && room
    if (began) top.column = columnOf(owner, owner.key, undefined)
    if (top.column) addTo(top.column, value, undefined)
    return began ? 1 : 0
  }
  const number = before?.kind === 'object' && /^\d{1,9}$/.test(top.key)
  if (number) {
    const began = top.column === undefined && room
    if (began) top.column = columnOf(before, before.key, [])
    if (top.column) addTo(top.column, value, Number(top.key))
    return began ? 1 : 0
  }
  if (top.row && top.row.fields.size < MOST_FIELDS) top.row.fields.set(`${top.row.prefix}${top.key}`, value)
  handlers.scalar([...top.path, top.key], value)
  return 0
}

function columnOf(owner: Frame, name: string, positions: number[] | undefined): JsonColumn {
  owner.columns ??= new Map()
  const made: JsonColumn = { values: [], gaps: new Set(), positions, trailing: 0 }
  owner.columns.set(name, made)
  return made
}

function addTo(column: JsonColumn, value: JsonScalar, position: number | undefined): void {
  const number = value === null ? Number.NaN : fieldNumber(value)
  if (value === null) column.trailing++
  else {
    for (let back = 1; back <= column.trailing; back++) column.gaps.add(column.values.length - back)
    column.trailing = 0
  }
  if (number === undefined) column.gaps.add(column.values.length)
  column.values.push(number ?? Number.NaN)
  if (position !== undefined) column.positions?.push(position)
}

function closed(handlers: JsonHandlers, frame: Frame, stack: readonly Frame[]): void {
  const parent = stack.at(-1)
  if (frame.kind === 'array') {
    if (frame.column && parent?.row) keepFirst(frame.column, parent)
    return
  }
  if (frame.columns && frame.columns.size > 0) {
    handlers.columns(frame.columns, frame.path, !frame.hadColumns && beganAnother(stack))
    for (const one of stack) if (one.kind === 'object') one.hadColumns = true
    frame.hadColumns = true
  }
  if (frame.hadColumns && parent?.kind === 'array') parent.hadColumns = true
  if (frame.isRow && frame.row && frame.row.fields.size > 0) {
    const { path, index, inRow } = frame
    handlers.row(frame.row.fields, { path, index, whole: !inRow })
  }
}

/** Whether these are the first columns of an element of an array, one of whose elements before had columns too. */
function beganAnother(stack: readonly Frame[]): boolean {
  const array = stack.findLastIndex((frame) => frame.kind === 'array')
  return array >= 0 && stack[array]!.hadColumns && !stack.slice(array + 1).some((frame) => frame.hadColumns)
}

/** A list in a row is one value where it holds one, or one rate a group of weights (`"lr": [0.02, 0.02]`). */
function keepFirst({ values, gaps }: JsonColumn, parent: Frame): void {
  if (!parent.inRow || values.length === 0 || gaps.has(0)) return
  if (values.length > 1 && meaningOf(parent.key).metric !== 'learning-rate') return
  parent.row!.fields.set(`${parent.row!.prefix}${parent.key}`, values[0]!)
  parent.columns?.delete(parent.key)
}
