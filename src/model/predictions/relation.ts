// A file of predictions -> a relation of DuckDB with a column a number: arrays and lists of each row are taken apart.

import type { DuckDB } from '../../data/engine/duckdb.ts'
import { numberOf } from '../../data/engine/engine.ts'
import { besideEachOther, readArrays } from '../../data/read/arrays.ts'
import { recogniseData } from '../../data/read/kinds.ts'
import { loadTable } from '../../data/read/tables.ts'
import type { Message } from '../../locales/speak.ts'
import { ModelError } from '../model-error.ts'
import { isOfPredictions } from './columns.ts'

export interface Relation {
  /** SQL */
  readonly relation: string
  /** of its columns; those that whyloss adds begin with `__` */
  readonly names: readonly string[]
  readonly notes: readonly Message[]
}

/** Numbers that a list of one row holds at most. */
const LONGEST_LIST = 20_000
const NUMBER = String.raw`(?:DOUBLE|FLOAT|U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?|DECIMAL\([\d,]+\))`
const LIST_OF_NUMBERS = new RegExp(String.raw`^${NUMBER}\[\d*\]$`)
const ONE_NUMBER = new RegExp(`^${NUMBER}$`)

/** Throws a ModelError or an EngineError that names the file. */
export async function relationOf(engine: DuckDB, path: string): Promise<Relation> {
  const piece = { split: 'all', path, ...(await recogniseData(path)) } as const
  if (piece.kind === 'picture') throw new ModelError('model.error.no-prediction-column', { path, known: '–' })
  const name = `predictions_${++made}`
  if (piece.kind === 'npy' || piece.kind === 'npz' || piece.kind === 'idx') return ofArrays(engine, piece, name)
  const { select, notes } = await loadTable(engine, piece, name)
  return { ...(await listsApart(engine, `(${select})`, path)), notes }
}
let made = 0

type Piece = Parameters<typeof readArrays>[0]

async function ofArrays(engine: DuckDB, piece: Piece, name: string): Promise<Relation> {
  const all = (await readArrays(piece)).map((one) => ({ ...one, split: 'all' as const, name: namedArray(one.name) }))
  const own = all.length === 1 ? all.map((one) => ({ ...one, name: loneArray(one.name) })) : all
  const known = own.filter((one) => isOfPredictions(one.name))
  const [block] = besideEachOther(known.length > 0 ? known : own)
  if (!block || block.columns.length === 0 || block.rows === 0)
    throw new ModelError('model.error.no-predictions', { path: piece.path })
  await engine.fill(name, block.columns)
  return { relation: engine.dialect.quote(name), names: block.columns.map((one) => one.name), notes: [] }
}

/** np.savez without names: the truth first, then the prediction and the probabilities, as people pass them. */
function namedArray(name: string): string {
  return { arr_0: 'y_true', arr_1: 'y_pred', arr_2: 'probs' }[name] ?? name
}

/** An array alone in its file can only be the prediction. */
function loneArray(name: string): string {
  return isOfPredictions(name) && !/^y_?true$/i.test(name) ? name : 'y_pred'
}

/** A list a row becomes `name_0`, `name_1`, ... */
async function listsApart(engine: DuckDB, relation: string, path: string): Promise<Omit<Relation, 'notes'>> {
  const { quote } = engine.dialect
  const [names, types] = (await engine.query(engine.dialect.describe(relation))).columns.map((one) => one.map(String))
  const lists = names!.filter((name, i) => LIST_OF_NUMBERS.test(types![i]!) && isOfPredictions(name))
  // whole numbers of 64 bits would arrive one by one as objects
  const whole = names!.filter(
    (name, i) => ONE_NUMBER.test(types![i]!) && types![i] !== 'DOUBLE' && !name.startsWith('__'),
  )
  const plain = whole.map((name) => `CAST(${quote(name)} AS DOUBLE) AS ${quote(name)}`)
  if (lists.length === 0)
    return {
      relation: plain.length > 0 ? `(SELECT * REPLACE (${plain.join(', ')}) FROM ${relation})` : relation,
      names: names!,
    }
  const lengths = lists.map((name) => `max(len(${quote(name)}))`)
  const widths = (await engine.query(`SELECT ${lengths.join(', ')} FROM ${relation}`)).columns.map((one) =>
    numberOf(one[0]),
  )
  const longest = Math.max(...widths)
  if (longest > LONGEST_LIST)
    throw new ModelError('model.error.limit', { path, what: `${longest} numbers a row`, most: LONGEST_LIST })
  const parts = lists.map((list, i) =>
    Array.from({ length: widths[i] || 0 }, (_, k) => ({
      name: widths[i] === 1 ? list : `${list}_${k}`,
      sql: `CAST(${quote(list)}[${k + 1}] AS DOUBLE)`,
    })),
  )
  const flat = parts.flat()
  const select = [
    `* EXCLUDE (${lists.map(quote).join(', ')})${plain.length > 0 ? ` REPLACE (${plain.join(', ')})` : ''}`,
    ...flat.map((one) => `${one.sql} AS ${quote(one.name)}`),
  ].join(', ')
  return {
    relation: `(SELECT ${select} FROM ${relation})`,
    names: [...names!.filter((name) => !lists.includes(name)), ...flat.map((one) => one.name)],
  }
}
