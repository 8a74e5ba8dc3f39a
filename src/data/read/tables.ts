// CSV, JSON, Parquet and Arrow files -> tables of DuckDB, with the number of each row; damage is said with file and line.

import { type Message, message } from '../../locales/speak.ts'
import { ROW } from '../data-set.ts'
import type { DuckDB } from '../engine/duckdb.ts'
import { EngineError, numberOf, objects } from '../engine/engine.ts'
import { readArrow } from './arrow.ts'
import type { Piece } from './find.ts'

export interface LoadedTable {
  /** SQL of its rows: ROW first, then its own columns */
  readonly select: string
  readonly notes: readonly Message[]
}

/** Words for a cell without a value, as pandas reads them, and the question mark of old data sets. */
const NULLS = ['', 'NA', 'N/A', 'n/a', '#N/A', 'NaN', 'nan', '-nan', 'NULL', 'null', 'None', '<NA>', '?']

/** Makes the table `name` of one file. Throws an EngineError that names the file. */
export async function loadTable(engine: DuckDB, piece: Piece, name: string): Promise<LoadedTable> {
  if (piece.kind === 'csv') return loadCsv(engine, piece, name)
  if (piece.kind === 'json') return loadJson(engine, piece, name)
  if (piece.kind === 'arrow') return loadArrow(engine, piece, name)
  const { quote, constant } = engine.dialect
  const select = `SELECT file_row_number + 1 AS ${quote(ROW)}, * EXCLUDE (file_row_number) FROM read_parquet(${constant(piece.path)}, file_row_number = true)`
  await named(engine.query(`SELECT * FROM (${select}) LIMIT 0`), piece)
  return { select, notes: [] }
}

async function named<T>(work: Promise<T>, { path }: Piece): Promise<T> {
  return work.catch((error: unknown) => {
    const message = error instanceof EngineError ? error.values.message : undefined
    throw new EngineError('data.error.file', { path, message: message ?? String(error) })
  })
}

const COMPRESSION = { gzip: ", compression = 'gzip'", zstd: ", compression = 'zstd'" } as const

async function loadCsv(engine: DuckDB, piece: Piece, name: string): Promise<LoadedTable> {
  const { quote, constant } = engine.dialect
  const packed = piece.packing ? COMPRESSION[piece.packing] : ''
  const nulls = `[${NULLS.map(constant).join(', ')}]`
  const read = (more: string) =>
    engine.query(
      `CREATE OR REPLACE TABLE ${quote(name)} AS SELECT row_number() OVER () AS ${quote(ROW)}, * FROM read_csv(${constant(piece.path)}, nullstr = ${nulls}${packed}${more})`,
    )
  // strictly first, so that damage is found and said; what the sniffer takes for numbers in the first rows may be words
  // later: those rows would be rejected, so all is text then
  const rejects = "store_rejects = true, rejects_table = 'rejected', rejects_scan = 'rejected_scan'"
  const tries = [
    `, ${rejects}, sample_size = 100000`,
    `, ${rejects}, all_varchar = true`,
    `, ${rejects}, strict_mode = false, all_varchar = true`,
    ', strict_mode = false, ignore_errors = true, all_varchar = true, null_padding = true, parallel = false',
  ]
  let failed: unknown
  for (const [i, more] of tries.entries()) {
    try {
      await engine.query('DROP TABLE IF EXISTS rejected')
      await engine.query('DROP TABLE IF EXISTS rejected_scan')
      await read(more)
      const broken = i < 3 ? await rejected(engine) : []
      if (i === 0 && broken.some((one) => one.type === 'CAST')) continue
      return { select: `SELECT * FROM ${quote(name)}`, notes: broken.length > 0 ? [brokenRows(piece, broken)] : [] }
    } catch (error) {
      failed ??= error
    }
  }
  return named(Promise.reject(failed), piece)
}

interface Rejected {
  readonly line: number
  readonly type: string
  readonly rows: number
}

async function rejected(engine: DuckDB): Promise<Rejected[]> {
  const answer = await engine.query(
    'SELECT error_type, min(line) AS line, count(DISTINCT line) AS rows FROM rejected GROUP BY error_type ORDER BY rows DESC',
  )
  return objects(answer).map((row) => ({
    line: numberOf(row.line),
    type: String(row.error_type),
    rows: numberOf(row.rows),
  }))
}

const KNOWN_DAMAGE: Readonly<Record<string, string>> = {
  'UNQUOTED VALUE': 'quote',
  'TOO MANY COLUMNS': 'more',
  'MISSING COLUMNS': 'fewer',
  'INVALID ENCODING': 'encoding',
}

function brokenRows({ path }: Piece, broken: readonly Rejected[]): Message {
  const [first] = broken
  const rows = broken.reduce((sum, one) => sum + one.rows, 0)
  return message('note.data.broken-rows', { path, rows, line: first!.line, what: KNOWN_DAMAGE[first!.type] ?? 'other' })
}

async function loadJson(engine: DuckDB, piece: Piece, name: string): Promise<LoadedTable> {
  const { quote, constant } = engine.dialect
  const packed = piece.packing ? COMPRESSION[piece.packing] : ''
  await named(
    engine.query(
      `CREATE OR REPLACE TABLE ${quote(name)} AS SELECT row_number() OVER () AS ${quote(ROW)}, * FROM read_json(${constant(piece.path)}, sample_size = -1, union_by_name = true${packed})`,
    ),
    piece,
  )
  return { select: `SELECT * FROM ${quote(name)}`, notes: [] }
}

async function loadArrow(engine: DuckDB, piece: Piece, name: string): Promise<LoadedTable> {
  const { rows, columns, left } = await readArrow(piece.path)
  const numbers = Float64Array.from({ length: rows }, (_, i) => i + 1)
  await engine.fill(name, [{ name: ROW, type: 'BIGINT', values: numbers }, ...columns])
  const notes =
    left.length > 0 ? [message('note.data.left-out', { path: piece.path, columns: left.slice(0, 8).join(', ') })] : []
  return { select: `SELECT * FROM ${engine.dialect.quote(name)}`, notes }
}
