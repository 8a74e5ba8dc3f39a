// The tables of a run while its source is read.

import type { Rows } from '../record/entry.ts'
import { ADDED, type TableName, type Tables } from '../record/tables.ts'

export type Growth = { [Name in TableName]?: readonly unknown[] }

/** Rows past this many add nothing that a check could see. */
const MOST_ROWS = 100_000

/** Takes rows into the tables: added to those of before, or in their place. */
export function takeRows(into: Growth, { table, rows }: Rows): void {
  const before = ADDED.has(table) ? into[table] : undefined
  if (before === undefined) into[table] = [...rows]
  // the one array that is written to is our own
  else for (const row of rows.slice(0, MOST_ROWS - before.length)) (before as unknown[]).push(row)
}

/** Takes over the tables of what follows. */
export function merge(into: Growth, next: Growth): void {
  for (const [table, rows] of Object.entries(next)) takeRows(into, { kind: 'rows', table, rows } as Rows)
}

export function copyOfTables(from: Growth): Growth {
  return Object.fromEntries(Object.entries(from).map(([table, rows]) => [table, [...rows]]))
}

/** The tables as a record holds them. */
export function tablesOf(growth: Growth): Tables {
  return growth as Tables
}
