// A file of predictions -> what was predicted: columns found by their names, classes by all words that truth and prediction use.

import { basename } from 'node:path'
import type { DuckDB } from '../../data/engine/duckdb.ts'
import { type Cell, numberOf } from '../../data/engine/engine.ts'
import { splitOfName } from '../../data/read/find.ts'
import { type Message, message } from '../../locales/speak.ts'
import type { DataSplit } from '../../record/data-tables.ts'
import { ModelError } from '../model-error.ts'
import { type PredictionColumns, predictionColumns } from './columns.ts'
import type { ColumnsRead } from './columns-read.ts'
import { oneLabel } from './one-label.ts'
import type { Predicted } from './predicted.ts'
import { type Relation, relationOf } from './relation.ts'
import { severalLabels } from './several-labels.ts'

export interface PredictionsAsked {
  readonly split?: DataSplit | undefined
  readonly task?: 'classification' | 'regression' | undefined
  /** a column of the truth, by the user's word */
  readonly label?: string | undefined
  /** the truth of these rows from the data set, where the file has none: names of classes, or numbers */
  truth?(split: DataSplit, rows: number): readonly Cell[] | undefined
}

const SHOWN = 12
/** Numbers that are held in memory at most. */
const MOST_CELLS = 1e8

/** Throws a ModelError or an EngineError that names the file. */
export async function readPredictions(
  engine: DuckDB,
  path: string,
  asked: PredictionsAsked = {},
): Promise<{ readonly predicted: Predicted; readonly notes: readonly Message[] }> {
  const { relation, names, notes } = await relationOf(engine, path)
  const own = names.filter((name) => !name.startsWith('__'))
  const known = own.slice(0, SHOWN).join(', ')
  const columns = predictionColumns(own, { truth: asked.label })
  if (!columns) throw new ModelError('model.error.no-prediction-column', { path, known })
  // beside data it is their column
  if (asked.label !== undefined && !asked.truth && !own.includes(asked.label))
    throw new ModelError('model.error.no-label-column', { path, label: asked.label, known })
  const split = asked.split ?? splitOfName(basename(path)) ?? 'test'
  const { rows, cells } = await cellsOf(engine, relation, columns, path)
  const given = columns.truth.length > 0 ? undefined : asked.truth?.(split, rows)
  const truth = given ? [given] : columns.truth.map((one) => cells(one.column))
  const read: ColumnsRead = { split, source: path, columns, truth, rows, cells, task: asked.task }
  const predicted = truth.length > 1 ? severalLabels(read) : oneLabel(read)
  return { predicted, notes: [...notes, ...(truth.length === 0 ? [message('note.model.no-truth', { path })] : [])] }
}

async function cellsOf(
  engine: DuckDB,
  relation: Relation['relation'],
  { truth, predicted, probabilities, confidence }: PredictionColumns,
  path: string,
): Promise<Pick<ColumnsRead, 'rows' | 'cells'>> {
  const wanted = [
    ...new Set([
      ...truth.map((one) => one.column),
      ...[predicted, confidence].filter((one) => one !== undefined),
      ...probabilities.map((one) => one.column),
    ]),
  ]
  const counted = numberOf((await engine.query(`SELECT count(*) FROM ${relation}`)).columns[0]![0])
  if (counted === 0) throw new ModelError('model.error.no-predictions', { path })
  if (counted * wanted.length > MOST_CELLS)
    throw new ModelError('model.error.limit', {
      path,
      what: `${counted} x ${wanted.length} numbers`,
      most: MOST_CELLS,
    })
  const { quote } = engine.dialect
  const answer = await engine.query(`SELECT ${wanted.map(quote).join(', ')} FROM ${relation}`)
  const places = new Map(wanted.map((name, i) => [name, i]))
  return { rows: answer.rows, cells: (name) => answer.columns[places.get(name)!]! }
}
