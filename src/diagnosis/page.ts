// What the page is given: the examination in every language and the curves whole, as plain data that JSON can hold.

import type { Language } from '../locales/message.ts'
import type { Axis, Split } from '../record/series.ts'
import type { Examination } from './examination.ts'
import type { TrialsPicture } from './page-trials.ts'

/**
 * One column of numbers. `even`: `start`, `start + step`, ... `bytes`: the text of the element `id`, which is base64 of
 * deflate-raw of the little-endian numbers with their bytes in planes (first every number's byte 0, then byte 1, ...),
 * so that alike bytes lie together. Equal columns share one element.
 */
export type PackedColumn =
  | { readonly kind: 'even'; readonly start: number; readonly step: number }
  | { readonly kind: 'bytes'; readonly type: 'float32' | 'float64'; readonly id: string }

/** A curve as the page holds it, row by row in the order of the record; the values may be NaN or infinite. */
export interface PackedSeries {
  readonly name: string
  readonly metric: string
  readonly split: Split
  /** the axis on which its values lie */
  readonly axis: Axis
  /** values that the record holds */
  readonly points: number
  /** rows in the columns: fewer than `points` where the file would grow too large; every extreme is kept even then */
  readonly rows: number
  /** a coordinate is there where the record has it for every row; the one of `axis` always is */
  readonly step?: PackedColumn
  readonly epoch?: PackedColumn
  readonly value: PackedColumn
}

/** A string of the examination that differs in another language: the keys that lead to it, and what it is there. */
export type Spoken = readonly [path: readonly (string | number)[], text: string]

export interface PageData {
  /** in `language`, as `--json` prints it */
  readonly examination: Examination
  readonly language: Language
  /** for each other language the strings that differ */
  readonly spoken: Readonly<Partial<Record<Language, readonly Spoken[]>>>
  /** the report as Markdown in each language, for the button that copies it; all runs together */
  readonly markdown: Readonly<Record<Language, string>>
  /** the curves of each run, in the order of `examination.runs[i].series` */
  readonly curves: readonly (readonly PackedSeries[])[]
  /** what is drawn of the trials of each run; null where nothing was compared */
  readonly trials: readonly (TrialsPicture | null)[]
  /** when the report was made: ISO 8601, UTC */
  readonly made: string
}
