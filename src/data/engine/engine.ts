// What runs the exam's SQL: DuckDB inside this process, or the user's Spark.

import type { Dialect } from './dialect.ts'

export type Cell = string | number | boolean | null

/** The answer to a query, by columns. Whole numbers arrive as numbers, times as text. */
export interface Answer {
  readonly names: readonly string[]
  readonly columns: readonly (readonly Cell[])[]
  readonly rows: number
}

export interface Engine {
  /** with its version, as a report names it */
  readonly name: string
  readonly dialect: Dialect
  /** Throws an EngineError of one line. */
  query(sql: string): Promise<Answer>
  /** Ends what runs and takes temporary files away; may be called twice. */
  close(): Promise<void>
}

/** What an engine could not do, as a message id of the locales with its values. */
export class EngineError extends Error {
  readonly id: string
  readonly values: Readonly<Record<string, string | number>>

  constructor(id: string, values: Readonly<Record<string, string | number>> = {}) {
    super(`${id} ${JSON.stringify(values)}`)
    this.id = id
    this.values = values
  }
}

/** The rows of an answer as objects. */
export function objects(answer: Answer): Record<string, Cell>[] {
  return Array.from({ length: answer.rows }, (_, row) =>
    Object.fromEntries(answer.names.map((name, i) => [name, answer.columns[i]![row]!])),
  )
}

/** The number of a cell; NaN for what is none. */
export function numberOf(cell: Cell | undefined): number {
  if (typeof cell === 'number') return cell
  if (cell === null || cell === undefined) return Number.NaN
  return Number(cell)
}
