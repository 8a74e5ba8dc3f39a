// What a format yields: the smallest pieces of a record, in the order in which the source holds them.

import type { Message } from '../locales/message.ts'
import type { Fact } from './fact.ts'
import type { RunEvent } from './run.ts'
import type { Axis, Mean, Split } from './series.ts'
import type { TableName, Tables } from './tables.ts'

/** One value of one metric. `name` is the source's own; the lexicon gives it the field's name when entries are folded. */
export interface Point {
  readonly kind: 'point'
  readonly name: string
  readonly value: number
  readonly step?: number | undefined
  readonly epoch?: number | undefined
  /** only where the source says so apart from the name (a folder, the start of the line) */
  readonly split?: Split | undefined
  /** only where the source's layout says so; else it is derived from the coordinates */
  readonly axis?: Axis | undefined
  readonly mean?: Mean | undefined
  /** the field's name of the metric where the source speaks it itself; else the lexicon gives it */
  readonly metric?: string | undefined
  /** of one layer rather than of the whole run */
  readonly layer?: string | undefined
}

/** Rows of a table of the record: the whole of it, or more of it where its rows are added (tables.ts). */
export type Rows = {
  [Name in TableName]: { readonly kind: 'rows'; readonly table: Name; readonly rows: NonNullable<Tables[Name]> }
}[TableName]

/** A new run begins here: what follows is not of the curves before it. */
export interface RunStart {
  readonly kind: 'run'
  readonly name?: string | undefined
}

export type Entry =
  | Point
  | RunStart
  | { readonly kind: 'fact'; readonly fact: Fact }
  | Rows
  | { readonly kind: 'event'; readonly event: RunEvent }
  /** a line for the reader of the report: damage met and stepped over, e.g. `record 17 has a wrong checksum` */
  | { readonly kind: 'note'; readonly note: Message }

export type Emit = (entry: Entry) => void
