// Rows of each label in each split, exactly.

import type { DataSplit, LabelCount } from '../../record/data-tables.ts'
import { columnOf, type DataSet, SPLIT } from '../data-set.ts'
import { numberOf, objects } from '../engine/engine.ts'

/** Labels beyond these are not told one by one. */
const MOST = 1000

/** Most frequent first; a label that is missing is not counted. */
export async function labelCounts(data: DataSet): Promise<LabelCount[]> {
  const label = columnOf(data, 'label')
  if (!label) return []
  const { dialect } = data.engine
  const name = dialect.quote(label.name)
  const sql = `SELECT ${dialect.quote(SPLIT)} AS s, ${dialect.text(name)} AS l, count(*) AS n FROM ${data.relation} WHERE ${name} IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2 LIMIT ${MOST * data.parts.length}`
  return objects(await data.engine.query(sql)).map((row) => ({
    split: row.s as DataSplit,
    label: String(row.l).slice(0, 300),
    rows: numberOf(row.n),
  }))
}
