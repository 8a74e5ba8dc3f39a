// Tables and Parquet files that the user's Spark can reach -> one data set: a query over all of them, with the split of each.

import type { DataSplit } from '../record/data-tables.ts'
import { type DataSet, FILE, ROW, SPLIT } from './data-set.ts'
import { type Engine, EngineError, objects } from './engine/engine.ts'
import { type Block, type LoadOptions, nameOf, partsOf, splitOf } from './load.ts'
import type { Named } from './read/find.ts'
import { describeColumns } from './roles.ts'

interface Source {
  readonly split: DataSplit
  readonly path: string
  /** as it stands behind FROM */
  readonly table: string
  readonly columns: readonly Column[]
}

interface Column {
  readonly name: string
  readonly type: string
}

/** What Spark says where a table or a path does not exist. */
const ABSENT = /^\[(?:TABLE_OR_VIEW_NOT_FOUND|PATH_NOT_FOUND|SCHEMA_NOT_FOUND)/
const NUMBERS = /^(?:tinyint|smallint|int|bigint|float|double|decimal)/
/** Names of the exam's own, for Spark tells no upper from lower case. */
const OWN = new Set([SPLIT, ROW, FILE])

/** Throws an EngineError where a table does not exist, or where a column that was named does not. */
export async function loadSpark(engine: Engine, named: readonly Named[], options: LoadOptions): Promise<DataSet> {
  const sources: Source[] = []
  const all = named.flatMap(({ split, paths }) => paths.map((path) => ({ split, path })))
  for (const [i, { split, path }] of all.entries()) {
    options.progress?.(path, i, all.length)
    sources.push({ split, path, ...(await opened(engine, path, `whyloss_source_${i}`)) })
  }
  const blocks = blocksOf(sources, engine)
  const together = `(${blocks.map((one) => one.select).join(' UNION ALL ')}) AS everything`
  const relation = await divided(engine, together, options)
  const parts = await partsOf(engine, relation, blocks)
  const columns = await describeColumns(engine, relation, options)
  return {
    name: nameOf(named),
    engine,
    relation,
    parts,
    columns: columns.filter((one) => one.name !== options.splitColumn),
    numbered: false,
    files: all.map((one) => one.path),
    notes: [],
  }
}

/** Whether a name stands for files of Parquet and for no table. */
function isPath(name: string): boolean {
  return !name.includes('`') && (name.includes('/') || /\.parquet$/i.test(name))
}

async function opened(engine: Engine, path: string, view: string): Promise<Pick<Source, 'table' | 'columns'>> {
  const { quote, constant, describe } = engine.dialect
  // a name has parts that are quoted one by one; what has backticks is SQL already, as delta.`/a`
  const name = path.includes('`') ? path : path.split('.').map(quote).join('.')
  try {
    // files are listed and their schema is read once for a view of this kind, but for every query that names the path itself
    if (isPath(path))
      await engine.query(`CREATE OR REPLACE TEMPORARY VIEW ${view} USING parquet OPTIONS (path ${constant(path)})`)
    const table = isPath(path) ? view : name
    const columns = objects(await engine.query(describe(table)))
    return { table, columns: columns.map((row) => ({ name: String(row.col_name), type: String(row.data_type) })) }
  } catch (error) {
    if (!(error instanceof EngineError) || error.id !== 'data.error.sql') throw error
    const message = String(error.values.message)
    if (ABSENT.test(message)) throw new EngineError('data.error.spark-table', { table: path })
    throw new EngineError('data.error.file', { path, message })
  }
}

/** All sources with all columns, in one order: Spark's UNION goes by place. A column that a source lacks is NULL there. */
function blocksOf(sources: readonly Source[], { dialect }: Engine): Block[] {
  const { quote, constant, text } = dialect
  const columns = new Map<string, Column[]>()
  for (const { name, type } of sources.flatMap((one) => one.columns)) {
    const key = name.toLowerCase()
    columns.set(key, [...(columns.get(key) ?? []), { name, type }])
  }
  return sources.map(({ split, path, table, columns: own }) => {
    const cells = [...columns].map(([key, same]) => {
      const { name } = same[0]!
      const alias = quote(OWN.has(key) ? `${name}_1` : name)
      if (!own.some((one) => one.name.toLowerCase() === key)) return `NULL AS ${alias}`
      return `${areAlike(same) ? quote(name) : text(quote(name))} AS ${alias}`
    })
    const select = `SELECT ${[`${constant(split)} AS ${quote(SPLIT)}`, ...cells].join(', ')} FROM ${table}`
    return { split, source: path, select }
  })
}

/** Whether Spark itself finds one type for all: numbers of several kinds are numbers, all else must be equal. */
function areAlike(columns: readonly Column[]): boolean {
  return columns.every(({ type }) => type === columns[0]!.type) || columns.every(({ type }) => NUMBERS.test(type))
}

/** The relation with the split that a column of its own holds. */
async function divided(engine: Engine, relation: string, options: LoadOptions): Promise<string> {
  const column = options.splitColumn
  if (column === undefined) return relation
  const { quote, describe } = engine.dialect
  const names = (await engine.query(describe(relation))).columns[0]!.map(String).filter((name) => name !== SPLIT)
  if (!names.includes(column)) throw options.unknown('--split', column, names)
  const split = `${splitOf(column, engine.dialect)} AS ${quote(SPLIT)}`
  return `(SELECT ${[split, ...names.map(quote)].join(', ')} FROM ${relation}) AS divided`
}
