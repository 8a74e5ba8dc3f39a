// Named paths -> one data set in DuckDB: every file a piece, all pieces one relation with split, file and row.

import { basename } from 'node:path'
import { type Message, message } from '../locales/speak.ts'
import type { DataSplit } from '../record/data-tables.ts'
import { type DataSet, type DataSetPart, FILE, type Pictures, ROW, SPLIT } from './data-set.ts'
import type { Dialect } from './engine/dialect.ts'
import type { DuckDB } from './engine/duckdb.ts'
import { type Engine, EngineError, numberOf, objects } from './engine/engine.ts'
import { besideEachOther, readArrays } from './read/arrays.ts'
import { findData, type Named, type Piece } from './read/find.ts'
import { addArrays, addFiles, pictureSet } from './read/picture-set.ts'
import { loadTable } from './read/tables.ts'
import { type Asked, describeColumns } from './roles.ts'

export interface LoadOptions extends Asked {
  /** a column that holds the split of each row */
  readonly splitColumn?: string | undefined
  /** what is being read, and how far */
  readonly progress?: ((what: string, done?: number, of?: number) => void) | undefined
}

/** A select of rows of one split. */
export interface Block {
  readonly split: DataSplit
  readonly source: string
  readonly select: string
}

interface Loaded {
  readonly blocks: readonly Block[]
  readonly notes: readonly Message[]
  readonly pictures?: Pictures
  readonly identity?: readonly string[]
  /** where blocks hold pictures: the file of each row */
  readonly files?: readonly string[]
}

const RELATION = 'rows'

/** Throws an EngineError where nothing can be read, or where a column that was named does not exist. */
export async function loadData(engine: DuckDB, named: readonly Named[], options: LoadOptions): Promise<DataSet> {
  const pieces = await findData(named)
  const loaded = await load(engine, pieces, options)
  const { quote, constant } = engine.dialect
  const files = loaded.files ?? [...new Set(loaded.blocks.map((one) => one.source))]
  const all = loaded.blocks.map((block) => {
    const file = loaded.files ? '' : `${files.indexOf(block.source)} AS ${quote(FILE)}, `
    return `SELECT ${constant(block.split)} AS ${quote(SPLIT)}, ${file}* FROM (${block.select})`
  })
  await engine.query(`CREATE OR REPLACE VIEW ${RELATION} AS ${all.join(' UNION ALL BY NAME ')}`)
  const relation = await divided(engine, options.splitColumn, options)
  const parts = await partsOf(engine, relation, loaded.blocks)
  const columns = await describeColumns(engine, relation, options)
  return {
    name: nameOf(named),
    engine,
    relation,
    parts,
    columns: options.splitColumn ? columns.filter((one) => one.name !== options.splitColumn) : columns,
    numbered: true,
    files,
    notes: loaded.notes,
    ...(loaded.identity ? { identity: loaded.identity } : {}),
    ...(loaded.pictures ? { pictures: loaded.pictures } : {}),
  }
}

export function nameOf(named: readonly Named[]): string {
  const paths = named.flatMap((one) => one.paths)
  return (
    paths
      .slice(0, 3)
      .map((path) => basename(path))
      .join(' + ') + (paths.length > 3 ? ' + …' : '')
  )
}

async function load(engine: DuckDB, pieces: readonly Piece[], options: LoadOptions): Promise<Loaded> {
  const pictures = pieces.filter((one) => one.kind === 'picture')
  const arrays = pieces.filter((one) => ['npy', 'npz', 'idx'].includes(one.kind))
  if (pictures.length > 0) return loadPictures(engine, pictures, options)
  if (arrays.length > 0) return loadArrays(engine, arrays, options)
  const blocks: Block[] = []
  const notes: Message[] = []
  for (const [i, piece] of pieces.entries()) {
    options.progress?.(piece.path, i, pieces.length)
    const { select, notes: said } = await loadTable(engine, piece, `piece_${i}`)
    blocks.push({ split: piece.split, source: piece.path, select })
    notes.push(...said)
  }
  return { blocks, notes }
}

async function loadPictures(engine: DuckDB, pieces: readonly Piece[], options: LoadOptions): Promise<Loaded> {
  const set = pictureSet()
  await addFiles(set, pieces, (done) => options.progress?.(pieces[done]?.path ?? '', done, pieces.length))
  if (set.rows === 0) throw new EngineError('data.error.no-pictures', { path: pieces[0]!.path, files: pieces.length })
  return pictureTable(engine, set)
}

async function pictureTable(engine: DuckDB, set: ReturnType<typeof pictureSet>): Promise<Loaded> {
  const numbers = Float64Array.from({ length: set.rows }, (_, i) => i + 1)
  const files = Float64Array.from({ length: set.rows }, (_, i) => i)
  await engine.fill('pictures', [
    { name: ROW, type: 'BIGINT', values: numbers },
    { name: FILE, type: 'BIGINT', values: files },
    { name: 'split_of', type: 'VARCHAR', values: set.splits },
    ...set.columns(),
  ])
  const blocks = [...new Set(set.splits)].map((split) => ({
    split,
    source: 'pictures',
    select: `SELECT * EXCLUDE (split_of) FROM pictures WHERE split_of = '${split}'`,
  }))
  return { blocks, notes: [], pictures: set.pictures(), identity: ['pixels'], files: set.files }
}

async function loadArrays(engine: DuckDB, pieces: readonly Piece[], options: LoadOptions): Promise<Loaded> {
  const arrays = []
  for (const piece of pieces) {
    options.progress?.(piece.path)
    arrays.push(...(await readArrays(piece)))
  }
  const rows = besideEachOther(arrays)
  if (rows.some((one) => one.pictures)) {
    const set = pictureSet()
    for (const block of rows) addArrays(set, block)
    return pictureTable(engine, set)
  }
  const blocks: Block[] = []
  for (const [i, { split, source, columns, rows: count }] of rows.entries()) {
    const numbers = Float64Array.from({ length: count }, (_, k) => k + 1)
    await engine.fill(`piece_${i}`, [{ name: ROW, type: 'BIGINT', values: numbers }, ...columns])
    blocks.push({ split, source, select: `SELECT * FROM piece_${i}` })
  }
  return { blocks, notes: [] }
}

/** The relation with the split that a column of its own holds. */
async function divided(engine: DuckDB, column: string | undefined, asked: Asked): Promise<string> {
  if (column === undefined) return RELATION
  const { quote } = engine.dialect
  const known = (await engine.query(engine.dialect.describe(RELATION))).columns[0]!.map(String)
  if (!known.includes(column)) throw asked.unknown('--split', column, known)
  await engine.query(
    `CREATE OR REPLACE VIEW divided AS SELECT ${splitOf(column, engine.dialect)} AS ${quote(SPLIT)}, * EXCLUDE (${quote(SPLIT)}) FROM ${RELATION}`,
  )
  return 'divided'
}

/** The split that a column's words or numbers say. */
export function splitOf(column: string, { quote, text }: Dialect): string {
  const value = `lower(trim(${text(quote(column))}))`
  return `CASE WHEN ${value} IN ('train', 'training', 'tr', '0') THEN 'train' WHEN ${value} IN ('val', 'valid', 'validation', 'dev', 'eval', '1') THEN 'val' WHEN ${value} IN ('test', 'testing', 'te', 'holdout', '2') THEN 'test' ELSE 'all' END`
}

const ORDER: readonly DataSplit[] = ['train', 'all', 'val', 'test']

export async function partsOf(engine: Engine, relation: string, blocks: readonly Block[]): Promise<DataSetPart[]> {
  const { quote } = engine.dialect
  const counts = objects(
    await engine.query(`SELECT ${quote(SPLIT)} AS split, count(*) AS n FROM ${relation} GROUP BY 1`),
  )
  const parts = counts.map((row) => {
    const split = String(row.split) as DataSplit
    const own = blocks.filter((one) => one.split === split).map((one) => one.source)
    const source = [...new Set(own.length > 0 ? own : blocks.map((one) => one.source))]
    return { split, rows: numberOf(row.n), source: source.slice(0, 3).join(', ') + (source.length > 3 ? ', …' : '') }
  })
  if (parts.length === 0) throw new EngineError('data.error.no-rows', { path: blocks[0]?.source ?? '' })
  return parts.sort((a, b) => ORDER.indexOf(a.split) - ORDER.indexOf(b.split))
}

/** Says what was taken for what, where the user did not say it. */
export function guessed(data: DataSet, asked: Asked): Message[] {
  const of = (role: 'label' | 'group' | 'time') => data.columns.find((one) => one.role === role)?.name
  const roles = (['label', 'group', 'time'] as const).filter((role) => asked[role] === undefined)
  return roles.flatMap((role) => {
    const column = of(role)
    return column === undefined ? [] : [message(`note.data.taken-for.${role}`, { column })]
  })
}
