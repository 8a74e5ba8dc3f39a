// Groups and times that lie on both sides of a split, exactly.

import type { DataSplit, SplitOverlap } from '../../record/data-tables.ts'
import { columnOf, type DataSet, SPLIT } from '../data-set.ts'
import { numberOf, objects } from '../engine/engine.ts'

export async function overlapsOf(data: DataSet): Promise<SplitOverlap[]> {
  const out: SplitOverlap[] = []
  const splits = data.parts.map((part) => part.split).filter((split) => split !== 'all')
  for (const [i, first] of splits.entries())
    for (const second of splits.slice(i + 1)) {
      for (const one of [await sharedGroups(data, first, second), await mixedTimes(data, first, second)])
        if (one) out.push(one)
    }
  return out
}

async function sharedGroups(data: DataSet, first: DataSplit, second: DataSplit): Promise<SplitOverlap | undefined> {
  const group = columnOf(data, 'group')
  if (!group) return undefined
  const { dialect, query } = data.engine
  const [name, split] = [dialect.quote(group.name), dialect.quote(SPLIT)]
  const sides = `(SELECT ${name} AS g, max(CASE WHEN ${split} = '${first}' THEN 1 ELSE 0 END) AS a, max(CASE WHEN ${split} = '${second}' THEN 1 ELSE 0 END) AS b FROM ${data.relation} WHERE ${name} IS NOT NULL GROUP BY 1) AS sides`
  const [row] = objects(await query(`SELECT sum(a * b) AS shared, sum(b) AS n FROM ${sides}`))
  return {
    column: group.name,
    role: 'group',
    between: [first, second],
    shared: numberOf(row?.shared),
    of: numberOf(row?.n),
  }
}

/** Rows of the later split that are not later than the newest of the first. */
async function mixedTimes(data: DataSet, first: DataSplit, second: DataSplit): Promise<SplitOverlap | undefined> {
  const time = columnOf(data, 'time')
  if (!time) return undefined
  const { dialect, query } = data.engine
  const [name, split] = [dialect.quote(time.name), dialect.quote(SPLIT)]
  const newest = `(SELECT max(${name}) FROM ${data.relation} WHERE ${split} = '${first}')`
  const sql = `SELECT sum(CASE WHEN ${name} <= ${newest} THEN 1 ELSE 0 END) AS shared, count(${name}) AS n FROM ${data.relation} WHERE ${split} = '${second}'`
  const [row] = objects(await query(sql))
  return {
    column: time.name,
    role: 'time',
    between: [first, second],
    shared: numberOf(row?.shared),
    of: numberOf(row?.n),
  }
}
