// The record of one run: all that is known of one training, whoever produced it. Plain data; no functions, no classes.

import type { Message } from '../locales/message.ts'
import type { Fact, FactName, FactValues } from './fact.ts'
import type { Series } from './series.ts'

/** One row of a model table; shapes without the batch axis. Fields that a source does not tell are absent. */
export interface Layer {
  readonly name: string
  /** the framework's class name, e.g. `Dense`, `Conv2d`, `BatchNormalization` */
  readonly kind: string
  readonly shape?: readonly (number | null)[]
  readonly parameters?: number
  readonly activation?: string
  readonly dropout?: number
  readonly trainable?: boolean
}

export type EventKind =
  | 'resume'
  | 'restart'
  | 'early-stop'
  | 'rate-reduced'
  | 'scale-skip'
  | 'checkpoint'
  | 'no-improvement'
  | 'ranks'
  | 'traceback'
  | 'out-of-memory'
  | 'evaluation'
  | 'aborted'

/** Something that happened at a moment of the run and is not a number on a curve. */
export interface RunEvent {
  readonly kind: EventKind
  /** the words of the log; '' where the reading concluded it from the numbers */
  readonly text: string
  readonly step?: number | undefined
  readonly epoch?: number | undefined
  readonly value?: number | undefined
}

export interface Source {
  readonly path: string
  /** name of the format that read it */
  readonly format: string
  readonly points: number
  /** of the bytes that were read, in hexadecimal; absent for what nobody hashed */
  readonly sha256?: string
}

/** Evidence that is a table rather than a curve or a fact; later issues add to it (record/evidence.ts). */
export interface Tables {
  readonly layers?: readonly Layer[]
}

export interface RunRecord {
  readonly name: string
  readonly sources: readonly Source[]
  readonly series: readonly Series[]
  readonly facts: readonly Fact[]
  readonly events: readonly RunEvent[]
  readonly tables: Tables
  /** damage that was met while reading, a sentence each, not yet spoken */
  readonly notes: readonly Message[]
}

/** The value of a fact, or undefined; the user's own word first, else the last reading. */
export function factOf<Name extends FactName>(record: RunRecord, name: Name): FactValues[Name] | undefined {
  return factEntry(record, name)?.value as FactValues[Name] | undefined
}

export function factEntry(record: RunRecord, name: FactName): Fact | undefined {
  const all = record.facts.filter((one) => one.name === name)
  return all.find((one) => one.from === 'user') ?? all.at(-1)
}
