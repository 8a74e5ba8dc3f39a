// Rows that are equal in all features: inside a split, across splits, and with several labels; one grouping by a hash of each row.

import type { ConflictingRows, DataSplit, DuplicateRows, RowRef } from '../../record/data-tables.ts'
import { columnOf, type DataSet, FILE, features, ROW, SPLIT } from '../data-set.ts'
import { type Cell, numberOf, objects } from '../engine/engine.ts'

/** Groups that are shown of each kind, and rows of each. */
const SHOWN = 5
const ROWS_SHOWN = 4
const LETTERS = 240

export interface RowsAlike {
  readonly duplicates: readonly DuplicateRows[]
  readonly conflicts: readonly ConflictingRows[]
}

/** Exact. `alike` is the chance that two rows agree in all features, as the columns' own values let expect. */
export async function rowsAlike(data: DataSet, alike: number, classes: boolean): Promise<RowsAlike> {
  const { relation } = hashed(data)
  const splits = data.parts.map((part) => part.split)
  const groups = `(SELECT h, ${splits.map((split, i) => `sum(CASE WHEN s = '${split}' THEN 1 ELSE 0 END) AS n${i}`).join(', ')} FROM ${relation} GROUP BY h HAVING count(*) > 1) AS g`
  const sums = splits.flatMap((_, i) => [
    `sum(CASE WHEN n${i} > 1 THEN n${i} - 1 ELSE 0 END) AS w${i}`,
    `sum(CASE WHEN n${i} > 1 THEN n${i} ELSE 0 END) AS t${i}`,
    ...splits
      .slice(i + 1)
      .map((_other, k) => `sum(CASE WHEN n${i} > 0 THEN n${i + 1 + k} ELSE 0 END) AS x${i}_${i + 1 + k}`),
  ])
  const [row] = objects(await data.engine.query(`SELECT ${sums.join(', ')} FROM ${groups}`))
  const get = (name: string) => numberOf(row?.[name] ?? 0)
  const duplicates: DuplicateRows[] = []
  for (const [i, part] of data.parts.entries()) {
    const inside = get(`w${i}`)
    const where = `n${i} > 1`
    const examples = inside > 0 ? await examplesOf(data, groups, where, [part.split]) : []
    duplicates.push({
      between: [part.split, part.split],
      rows: inside,
      of: part.rows,
      byChance: Math.min(1, part.rows * alike),
      examples,
    })
    for (const [k, other] of data.parts.entries()) {
      if (k <= i) continue
      const across = get(`x${i}_${k}`)
      const shown =
        across > 0 ? await examplesOf(data, groups, `n${i} > 0 AND n${k} > 0`, [part.split, other.split]) : []
      // where the values are so coarse that a split repeats itself, another one repeats it as much
      const byChance = Math.max(Math.min(1, part.rows * alike), get(`t${i}`) / Math.max(1, part.rows))
      duplicates.push({ between: [part.split, other.split], rows: across, of: other.rows, byChance, examples: shown })
    }
  }
  return { duplicates, conflicts: classes ? await conflictsOf(data) : [] }
}

/** A relation of split, row hash and label of every row. */
function hashed(data: DataSet): { readonly relation: string; readonly keyed: string } {
  const { dialect } = data.engine
  const names = data.identity ?? features(data).map((one) => one.name)
  const hash = dialect.hash(names.map(dialect.quote))
  const label = columnOf(data, 'label')
  const own = label ? dialect.text(dialect.quote(label.name)) : 'NULL'
  const keyed = `SELECT ${dialect.quote(SPLIT)} AS s, ${hash} AS h, ${own} AS l`
  return { relation: `(${keyed} FROM ${data.relation}) AS k`, keyed }
}

async function conflictsOf(data: DataSet): Promise<ConflictingRows[]> {
  const { relation } = hashed(data)
  const out: ConflictingRows[] = []
  for (const part of data.parts) {
    const labels = `(SELECT h, l, count(*) AS n FROM ${relation} WHERE s = '${part.split}' AND l IS NOT NULL GROUP BY h, l) AS a`
    const groups = `(SELECT h, sum(n) AS rows_of, max(n) AS most FROM ${labels} GROUP BY h HAVING count(*) > 1) AS g`
    const [row] = objects(
      await data.engine.query(`SELECT count(*) AS c, sum(rows_of) AS n, sum(most) AS m FROM ${groups}`),
    )
    const [count, rows] = [numberOf(row?.c ?? 0), numberOf(row?.n ?? 0)]
    const wrong = rows > 0 ? rows - numberOf(row?.m ?? 0) : 0
    const examples = count > 0 ? await examplesOf(data, groups, '1 = 1', [part.split]) : []
    out.push({
      split: part.split,
      groups: count,
      rows: rows || 0,
      of: part.rows,
      ceiling: 1 - wrong / part.rows,
      examples,
    })
  }
  return out
}

/** Rows of a few groups that fit a condition. */
async function examplesOf(
  data: DataSet,
  groups: string,
  where: string,
  splits: readonly DataSplit[],
): Promise<(readonly RowRef[])[]> {
  const { dialect } = data.engine
  const { keyed } = hashed(data)
  const shown = data.columns.filter((one) => one.name !== 'pixels')
  const own = data.numbered ? `${dialect.quote(ROW)} AS r, ${dialect.quote(FILE)} AS f` : 'NULL AS r, NULL AS f'
  const cells = shown.slice(0, 40).map((one, i) => `${dialect.text(dialect.quote(one.name))} AS v${i}`)
  const chosen = `SELECT h FROM ${groups} WHERE ${where} ORDER BY h LIMIT ${SHOWN}`
  const kept = splits.map((one) => `'${one}'`).join(', ')
  const sql = `SELECT * FROM (${keyed}, ${own}, ${cells.join(', ')} FROM ${data.relation}) AS k WHERE s IN (${kept}) AND h IN (${chosen}) ORDER BY h, s, f, r LIMIT ${SHOWN * 40}`
  const byHash = new Map<string, { s: DataSplit; ref: RowRef }[]>()
  for (const row of objects(await data.engine.query(sql))) {
    const all = byHash.get(String(row.h)) ?? []
    const texts = shown.slice(0, 40).map((one, i) => [one.name, row[`v${i}`] ?? null] as const)
    all.push({ s: row.s as DataSplit, ref: refOf(data, row.s as DataSplit, row.r, row.f, texts) })
    byHash.set(String(row.h), all)
  }
  return [...byHash.values()].map((all) => spreadOver(all, splits).map((one) => one.ref))
}

/** A few rows of a group, of each split in turn. */
function spreadOver<T extends { readonly s: DataSplit }>(all: readonly T[], splits: readonly DataSplit[]): T[] {
  const each = Math.max(1, Math.floor(ROWS_SHOWN / splits.length))
  return splits.flatMap((split) => all.filter((one) => one.s === split).slice(0, each))
}

export function refOf(
  data: DataSet,
  split: DataSplit,
  row: Cell | undefined,
  file: Cell | undefined,
  cells: readonly (readonly [string, Cell])[],
): RowRef {
  const label = columnOf(data, 'label')?.name
  const sorted = [...cells].sort((a, b) => Number(b[0] === label) - Number(a[0] === label))
  const text = sorted.map(([name, cell]) => `${name} = ${cell === null ? '–' : String(cell).slice(0, 60)}`).join(', ')
  const [number, place] = [numberOf(row), numberOf(file)]
  return {
    split,
    ...(Number.isFinite(number) ? { row: number } : {}),
    ...(Number.isFinite(place) && data.files[place] !== undefined ? { file: data.files[place] } : {}),
    text: text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text,
  }
}
