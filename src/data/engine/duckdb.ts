// DuckDB inside this process, on a file of its own that goes when the exam ends.

import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { dialects } from './dialect.ts'
import { type Answer, type Cell, type Engine, EngineError } from './engine.ts'

/** Of the machine's memory, in GiB; what does not fit goes to the temporary folder. */
const MOST_MEMORY = 3

export interface DuckDB extends Engine {
  /** Makes a table of columns that are already in memory. */
  fill(table: string, columns: readonly FilledColumn[]): Promise<void>
  /** a folder that goes when the exam ends */
  readonly folder: string
}

export type FilledColumn =
  | { readonly name: string; readonly type: 'DOUBLE' | 'BIGINT'; readonly values: ArrayLike<number | null> }
  | { readonly name: string; readonly type: 'VARCHAR'; readonly values: ArrayLike<string | null> }

type Api = typeof import('@duckdb/node-api')

/** Throws an EngineError where DuckDB is not installed. */
export async function openDuckDB(): Promise<DuckDB> {
  const api = await loadApi()
  const folder = await mkdtemp(join(tmpdir(), 'whyloss-audit-'))
  const memory = Math.max(0.5, Math.min(MOST_MEMORY, (totalmem() / 2 ** 30) * 0.6))
  const instance = await api.DuckDBInstance.create(join(folder, 'audit.duckdb'), {
    threads: String(Math.max(1, availableParallelism())),
    memory_limit: `${memory.toFixed(1)}GB`,
    temp_directory: join(folder, 'spill'),
    // rows are told apart by their numbers, not by their place in a result
    preserve_insertion_order: 'true',
  })
  const connection = await instance.connect()
  let open = true
  return {
    name: `DuckDB ${api.version().replace(/^v/, '')}`,
    dialect: dialects.duckdb,
    folder,
    async query(sql) {
      try {
        return answerOf(await connection.runAndReadAll(sql))
      } catch (error) {
        throw new EngineError('data.error.sql', { engine: 'DuckDB', message: oneLine(error) })
      }
    },
    fill: (table, columns) => fill(api, connection, table, columns),
    async close() {
      if (!open) return
      open = false
      connection.interrupt()
      connection.closeSync()
      instance.closeSync()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function loadApi(): Promise<Api> {
  try {
    return await import('@duckdb/node-api')
  } catch {
    throw new EngineError('data.error.no-duckdb')
  }
}

type Reader = Awaited<ReturnType<InstanceType<Api['DuckDBConnection']>['runAndReadAll']>>

function answerOf(reader: Reader): Answer {
  const types = reader.columnTypes().map(String)
  const columns = reader
    .getColumnsJS()
    .map((column, i) => (PLAIN.has(types[i]!) ? (column as readonly Cell[]) : column.map(plain)))
  return { names: reader.deduplicatedColumnNames(), columns, rows: reader.currentRowCount }
}

/** Types whose cells arrive as numbers, text or null. */
const PLAIN: ReadonlySet<string> = new Set(['DOUBLE', 'INTEGER', 'VARCHAR', 'BOOLEAN'])

function plain(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number(value)
  return String(value)
}

/** The message without the query that DuckDB draws beneath it. */
function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0]!.slice(0, 300)
}

const CHUNK = 2048

async function fill(
  api: Api,
  connection: Awaited<ReturnType<InstanceType<Api['DuckDBInstance']>['connect']>>,
  table: string,
  columns: readonly FilledColumn[],
): Promise<void> {
  const { quote } = dialects.duckdb
  await connection.run(
    `CREATE TABLE ${quote(table)} (${columns.map((one) => `${quote(one.name)} ${one.type}`).join(', ')})`,
  )
  const types = columns.map((one) =>
    one.type === 'DOUBLE' ? api.DOUBLE : one.type === 'BIGINT' ? api.BIGINT : api.VARCHAR,
  )
  const appender = await connection.createAppender(table)
  const rows = columns[0]?.values.length ?? 0
  for (let from = 0; from < rows; from += CHUNK) {
    const size = Math.min(CHUNK, rows - from)
    const chunk = api.DuckDBDataChunk.create(types, size)
    columns.forEach((column, i) => {
      const values = Array.from({ length: size }, (_, k) => cellValue(column, from + k))
      chunk.setColumnValues(i, values)
    })
    appender.appendDataChunk(chunk)
  }
  appender.flushSync()
  appender.closeSync()
}

function cellValue(column: FilledColumn, row: number): number | bigint | string | null {
  const value = column.values[row]
  if (value === null || value === undefined) return null
  return column.type === 'BIGINT' ? BigInt(Math.trunc(Number(value))) : value
}
