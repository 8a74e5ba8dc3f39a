// Counts, bounds and moments of every column in every split: one pass over all rows.

import type { DataSplit } from '../../record/data-tables.ts'
import { type DataColumnInfo, type DataSet, SPLIT } from '../data-set.ts'
import type { Dialect } from '../engine/dialect.ts'
import { numberOf, objects } from '../engine/engine.ts'
import { BATCH } from '../roles.ts'

export interface Moments {
  readonly column: string
  readonly split: DataSplit
  readonly count: number
  /** NULL, NaN, or no number where numbers stand */
  readonly missing: number
  readonly infinite: number
  /** over finite values; NaN where there are none or the column is not of numbers */
  readonly min: number
  readonly max: number
  readonly mean: number
  readonly spread: number
}

/** Exact, in the order of the columns, then of the splits. */
export async function momentsOf(data: DataSet, progress: (done: number) => void): Promise<Moments[]> {
  const out: Moments[] = []
  for (let from = 0; from < data.columns.length; from += BATCH) {
    progress(from)
    out.push(...(await batch(data, data.columns.slice(from, from + BATCH))))
  }
  return out
}

async function batch(data: DataSet, columns: readonly DataColumnInfo[]): Promise<Moments[]> {
  const { dialect } = data.engine
  const split = dialect.quote(SPLIT)
  const inner = columns.map((column, i) => `${cellValue(column, dialect)} AS x${i}`)
  const outer = columns.flatMap((column, i) => measures(column, `x${i}`, i, dialect))
  const sql = `SELECT ${split} AS s, count(*) AS n, ${outer.join(', ')} FROM (SELECT ${split}, ${inner.join(', ')} FROM ${data.relation}) AS v GROUP BY 1`
  const rows = objects(await data.engine.query(sql))
  return columns.flatMap((column, i) =>
    data.parts.flatMap((part) => {
      const row = rows.find((one) => one.s === part.split)
      if (!row) return []
      const get = (name: string) => numberOf(row[`${name}${i}`])
      const count = numberOf(row.n)
      const nan = Number.isNaN(get('q')) ? 0 : get('q')
      return [
        {
          column: column.name,
          split: part.split,
          count,
          missing: count - get('c') + nan,
          infinite: Number.isNaN(get('f')) ? 0 : get('c') - nan - get('f'),
          min: get('a'),
          max: get('b'),
          mean: get('m'),
          spread: get('d'),
        },
      ]
    }),
  )
}

function cellValue(column: DataColumnInfo, dialect: Dialect): string {
  const name = dialect.quote(column.name)
  if (column.numberInText) return dialect.tryDouble(name)
  if (column.kind === 'boolean') return `CAST(${name} AS INT)`
  return column.kind === 'number' ? dialect.double(name) : name
}

function measures({ kind }: DataColumnInfo, x: string, i: number, dialect: Dialect): string[] {
  const count = `count(${x}) AS c${i}`
  if (kind === 'integer' || kind === 'boolean') return [count, ...bounds(x, i, dialect)]
  if (kind !== 'number') return [count]
  // what is neither NaN nor infinite is equal to itself less itself
  const finite = `CASE WHEN ${x} - ${x} = 0 THEN ${x} END`
  return [
    count,
    `sum(CASE WHEN ${dialect.isNaN(x)} THEN 1 ELSE 0 END) AS q${i}`,
    `count(${finite}) AS f${i}`,
    ...bounds(finite, i, dialect),
  ]
}

function bounds(x: string, i: number, dialect: Dialect): string[] {
  return [`min(${x}) AS a${i}`, `max(${x}) AS b${i}`, `avg(${x}) AS m${i}`, `${dialect.spread(x)} AS d${i}`]
}
