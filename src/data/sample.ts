// Rows in memory: all of a small data set, else those whose canonical text has a low md5, the same on every engine.

import type { DataSplit } from '../record/data-tables.ts'
import { type DataColumnInfo, type DataSet, FILE, ROW, SPLIT } from './data-set.ts'
import type { Dialect } from './engine/dialect.ts'
import { type Answer, type Cell, numberOf } from './engine/engine.ts'

/** One column of the frame: numbers with NaN for what is missing, and the words of what is no number. */
export interface FrameColumn extends DataColumnInfo {
  /** value, or the code of its word; NaN where missing */
  readonly values: Float64Array
  /** words by code, most frequent first; empty where the column is of numbers */
  readonly words: readonly string[]
}

export interface Frame {
  readonly rows: number
  readonly splits: readonly DataSplit[]
  /** index into `splits` of each row */
  readonly split: Uint8Array
  /** number of each row in its file, from 1; NaN where the engine keeps none */
  readonly row: Float64Array
  /** index into the data set's files */
  readonly file: Float64Array
  readonly columns: readonly FrameColumn[]
  /** rows of each split in the data set, and in the frame */
  readonly parts: readonly { readonly split: DataSplit; readonly rows: number; readonly sampled: number }[]
}

/** Rows of a split that are held in memory at most, about. */
export const SAMPLE = 100_000
/** Cells that are held in memory at most: wide tables get fewer rows. */
const CELLS = 20_000_000
/** Text is cut for comparison. */
const LETTERS = 4_000

/** Draws the frame of a data set. Columns of all roles are in it. */
export async function sampleOf(data: DataSet, most = SAMPLE): Promise<Frame> {
  const { engine, columns, parts } = data
  const { quote } = engine.dialect
  const limit = Math.max(500, Math.min(most, Math.floor(CELLS / Math.max(1, columns.length) / parts.length)))
  const own = data.numbered ? [quote(ROW), quote(FILE)] : ['CAST(NULL AS INT) AS a', 'CAST(NULL AS INT) AS b']
  const selected = columns.map((column, i) => `${expressionOf(column, engine.dialect)} AS v${i}`)
  const chosen = parts.filter((part) => part.rows > limit)
  const from = chosen.length === 0 ? data.relation : filtered(data, limit)
  // an engine without row numbers returns rows in any order, and the models that are asked would not be the same twice
  const order = `ORDER BY ${data.numbered ? `${quote(FILE)}, ${quote(ROW)}` : `md5(${canonicalText(data)})`}`
  const frames: Answer[] = []
  for (const part of parts) {
    const sql = `SELECT ${[...own, ...selected].join(', ')} FROM ${from} WHERE ${quote(SPLIT)} = '${part.split}' ${order}`
    frames.push(await engine.query(sql))
  }
  const rows = frames.reduce((sum, one) => sum + one.rows, 0)
  const parted = (k: number) => frames.map((one) => one.columns[k]!)
  const split = new Uint8Array(rows)
  let at = 0
  frames.forEach((one, i) => {
    split.fill(i, at, at + one.rows)
    at += one.rows
  })
  return {
    rows,
    splits: parts.map((part) => part.split),
    split,
    row: numbersOf(rows, parted(0)),
    file: numbersOf(rows, parted(1)),
    columns: columns.map((column, i) => columnOf(column, rows, parted(i + 2))),
    parts: parts.map((part, i) => ({ ...part, sampled: frames[i]!.rows })),
  }
}

function isNumeric({ kind }: DataColumnInfo): boolean {
  return kind === 'number' || kind === 'integer' || kind === 'boolean'
}

function expressionOf(column: DataColumnInfo, dialect: Dialect): string {
  const name = dialect.quote(column.name)
  if (column.numberInText) return dialect.tryDouble(name)
  if (column.kind === 'boolean') return `CAST(${name} AS INT)`
  if (isNumeric(column)) return dialect.double(name)
  return column.kind === 'text' ? `substr(${dialect.text(name)}, 1, ${LETTERS})` : dialect.text(name)
}

/** The relation of the rows whose canonical text has an md5 below what keeps about `limit` rows of each split. */
function filtered(data: DataSet, limit: number): string {
  const { dialect } = data.engine
  const bounds = data.parts.map((part) => {
    const share = Math.min(1, limit / part.rows)
    const bound =
      share >= 1
        ? 'g'
        : Math.floor(share * 0xffffffff)
            .toString(16)
            .padStart(8, '0')
    return `WHEN '${part.split}' THEN '${bound}'`
  })
  const prefix = `substr(md5(${canonicalText(data)}), 1, 8)`
  return `(SELECT * FROM ${data.relation} WHERE ${prefix} < CASE ${dialect.quote(SPLIT)} ${bounds.join(' ')} ELSE '0' END) AS sampled`
}

/** NULL in a canonical text. */
const NONE = '∅'

/** Text of a row that is the same on every engine: NULL as a token, cells parted by a bar. */
export function canonicalText(data: DataSet): string {
  const cells = data.columns.map((column) => `coalesce(${canonicalCell(column, data.engine.dialect)}, '${NONE}')`)
  return `concat_ws('|', ${cells.join(', ')})`
}

function canonicalCell(column: DataColumnInfo, dialect: Dialect): string {
  const name = dialect.quote(column.name)
  if (column.kind === 'time') return dialect.text(dialect.micros(name))
  if (column.numberInText || (column.kind !== 'number' && column.kind !== 'integer')) return dialect.text(name)
  return numberText(dialect.double(name), dialect)
}

/**
 * Its whole part and its fraction in units of 2^-62. Engines print doubles and round decimals differently, but IEEE's
 * own floor, difference and product with a power of two are the same everywhere. NULL for what is beyond 64 bits.
 */
function numberText(x: string, dialect: Dialect): string {
  const whole = (expression: string) => dialect.text(`CAST(${expression} AS BIGINT)`)
  const fraction = `floor((${x} - floor(${x})) * 4611686018427387904e0)`
  return `CASE WHEN abs(${x}) < 9e18 THEN concat(${whole(`floor(${x})`)}, '.', ${whole(fraction)}) END`
}

type Parted = readonly (readonly Cell[])[]

/** Columns of several answers, one behind the other. */
function numbersOf(rows: number, parted: Parted): Float64Array {
  const out = new Float64Array(rows)
  let at = 0
  for (const cells of parted) for (const cell of cells) out[at++] = typeof cell === 'number' ? cell : numberOf(cell)
  return out
}

function columnOf(column: DataColumnInfo, rows: number, parted: Parted): FrameColumn {
  if (isNumeric(column)) return { ...column, values: numbersOf(rows, parted), words: [] }
  const counts = new Map<string, number>()
  for (const cells of parted)
    for (const cell of cells) if (cell !== null) counts.set(String(cell), (counts.get(String(cell)) ?? 0) + 1)
  const words = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  const codes = new Map(words.map((word, code) => [word, code]))
  const values = new Float64Array(rows)
  let at = 0
  for (const cells of parted)
    for (const cell of cells) values[at++] = cell === null ? Number.NaN : codes.get(String(cell))!
  return { ...column, values, words }
}
