// The record of one run: all that is known of one training, whoever produced it. Plain data; no functions, no classes.

import type { Message } from '../locales/message.ts'
import type { Fact, FactName, FactValues } from './fact.ts'
import type { Series } from './series.ts'
import type { Tables } from './tables.ts'

export type { Layer, Tables } from './tables.ts'

export const EVENT_KINDS = [
  'resume',
  'restart',
  'early-stop',
  'rate-reduced',
  'scale-skip',
  'checkpoint',
  'no-improvement',
  'ranks',
  'traceback',
  'out-of-memory',
  'evaluation',
  'aborted',
  /** train or eval: the root model was run in that mode; `value` is 1 for a training step */
  'mode',
  /** gradients were still there from the step before when backward ran */
  'not-cleared',
  /** the first loss or gradient that is NaN or Inf */
  'non-finite',
  /** the optimizer stepped and no weight moved */
  'not-moved',
  /** the training is over; absent while it goes on, and where it was killed */
  'end',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

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

/** The value of a fact, or undefined; the user's own word first, then what the recorder saw, else the last reading. */
export function factOf<Name extends FactName>(record: RunRecord, name: Name): FactValues[Name] | undefined {
  return factEntry(record, name)?.value as FactValues[Name] | undefined
}

export function factEntry(record: RunRecord, name: FactName): Fact | undefined {
  const all = record.facts.filter((one) => one.name === name)
  return all.find((one) => one.from === 'user') ?? all.findLast((one) => one.from === 'recorder') ?? all.at(-1)
}
