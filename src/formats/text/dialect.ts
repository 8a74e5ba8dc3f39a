// What every console dialect is: a reader of lines that says which it understood and tells the sink what they hold.

import type { Message } from '../../locales/message.ts'
import type { Fact } from '../../record/fact.ts'
import type { Layer, RunEvent } from '../../record/run.ts'
import type { Axis, Mean, Split } from '../../record/series.ts'
import type { Scan } from './scan.ts'

/** One line as a terminal would show it: no control sequences, no log prefix. */
export interface Line {
  readonly text: string
  /** 1-based number of the line in the source */
  readonly number: number
  /** false for what a carriage return or backspaces overwrote later */
  readonly final: boolean
  /** what stood before the text and was taken off: time, level, logger, rank; '' for none */
  readonly prefix: string
  /** number of the process that wrote the line, where its prefix says so */
  readonly rank?: number | undefined
  /** which signs occur in the text (marks.ts) */
  readonly marks: number
  /** the numbers of the line; made when first asked for, valid until the next line */
  readonly scan: () => Scan
}

export interface At {
  readonly step?: number | undefined
  readonly epoch?: number | undefined
  readonly split?: Split | undefined
  readonly axis?: Axis | undefined
  readonly mean?: Mean | undefined
  /** how many steps an epoch (or the run) has, where printed beside the step */
  readonly of?: number | undefined
  /** `step` is already counted from the first epoch */
  readonly exact?: boolean | undefined
}

/** Where values without coordinates lie. */
export interface Place {
  readonly epoch: number | undefined
  readonly step: number | undefined
  readonly split: Split | undefined
  /** values of whole epochs have come from bars */
  readonly bars: boolean
}

/** What a dialect speaks to. Values without coordinates lie at the epoch and step last told. */
export interface TextSink {
  point(name: string, value: number, at?: At): void
  /** the epoch (or step) that following lines belong to; `of` is the total where printed */
  epoch(number: number, of?: number): void
  step(number: number, of?: number): void
  /** the split that following values belong to where they do not say themselves; undefined to forget */
  split(split: Split | undefined): void
  /** a new run begins; without a name it has that of the last heading */
  run(name?: string): void
  /** a heading that names the run which begins next */
  heading(text: string): void
  /** names the run that begins here, where a heading stands before it */
  named(): void
  /** the run is over: what is printed again of it is a summary */
  closed(): void
  /** the epoch that values without one belong to, undefined where none was told */
  where(): Place
  event(event: RunEvent): void
  fact(fact: Fact): void
  layers(layers: readonly Layer[]): void
  note(note: Message): void
}

export interface DialectReader {
  /** whether the line was understood; `facts` for settings, which hold no curve but may state facts */
  line(line: Line): boolean | 'facts'
  end?(): void
  /**
   * Whether lines before this one make the reader answer otherwise than the line alone would; absent where they never do.
   * While it is not busy, a line that it refused is refused again whatever digits its numbers have.
   */
  busy?(): boolean
}

export interface Dialect {
  readonly name: string
  readonly title: string
  /** a dialect with a smaller turn sees a line first, so that the answer never depends on what came before */
  readonly turn: number
  /** A layout that it understood once it understands again, by the words before the numbers or by its shape alone (moulds.ts). */
  readonly repeats?: 'words' | 'shape'
  /** state lives in the closure of one reading; returns whether the line was understood */
  open(sink: TextSink): DialectReader
}

export function defineDialect(dialect: Dialect): Dialect {
  return dialect
}
