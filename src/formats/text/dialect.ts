// What every console dialect is: a reader of lines that says which it understood and tells the sink what they hold.

import type { Fact } from '../../record/fact.ts'
import type { Layer, RunEvent } from '../../record/run.ts'
import type { Axis, Mean, Split } from '../../record/series.ts'

/** One line as a terminal would show it: no control sequences, no log prefix. */
export interface Line {
  readonly text: string
  /** 1-based number of the line in the source */
  readonly number: number
  /** false for what a carriage return or backspaces overwrote later */
  readonly final: boolean
  /** what stood before the text and was taken off: time, level, logger, rank; '' for none */
  readonly prefix: string
}

export interface At {
  readonly step?: number | undefined
  readonly epoch?: number | undefined
  readonly split?: Split | undefined
  readonly axis?: Axis | undefined
  readonly mean?: Mean | undefined
}

/** What a dialect speaks to. Values without coordinates lie at the epoch and step last told. */
export interface TextSink {
  point(name: string, value: number, at?: At): void
  /** the epoch (or step) that following lines belong to; `of` is the total where printed */
  epoch(number: number, of?: number): void
  step(number: number, of?: number): void
  /** the split that following values belong to where they do not say themselves; undefined to forget */
  split(split: Split | undefined): void
  run(name?: string): void
  event(event: RunEvent): void
  fact(fact: Fact): void
  layers(layers: readonly Layer[]): void
  note(text: string): void
}

export interface Dialect {
  readonly name: string
  readonly title: string
  /** state lives in the closure of one reading; returns whether the line was understood */
  open(sink: TextSink): { line(line: Line): boolean; end?(): void }
}

export function defineDialect(dialect: Dialect): Dialect {
  return dialect
}
