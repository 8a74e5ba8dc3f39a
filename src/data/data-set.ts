// A data set as the exam sees it: one relation of rows with their split, and what its columns are.

import type { Message } from '../locales/message.ts'
import type { ColumnKind, ColumnRole, DataSplit, PictureFault } from '../record/data-tables.ts'
import type { Engine } from './engine/engine.ts'

/** Columns of the exam's own in every relation; a user's column of that name would be renamed by the reader. */
export const SPLIT = '__split'
export const ROW = '__row'
export const FILE = '__file'

export interface DataColumnInfo {
  readonly name: string
  readonly kind: ColumnKind
  readonly role: ColumnRole
  /** text whose cells are numbers but for some: those are held for missing */
  readonly numberInText: boolean
}

export interface DataSetPart {
  readonly split: DataSplit
  readonly source: string
  readonly rows: number
}

/** Pictures in memory, in the order of their rows, over all splits. */
export interface Pictures {
  /** values a thumbnail: 8 x 8 pixels of 3 channels, 0..1 */
  readonly thumbnails: Float32Array
  /** two 32-bit words of difference hash a picture */
  readonly hashes: Uint32Array
  readonly faults: readonly PictureFault[]
}

export interface DataSet {
  readonly name: string
  readonly engine: Engine
  /** SQL that stands behind FROM */
  readonly relation: string
  readonly parts: readonly DataSetPart[]
  readonly columns: readonly DataColumnInfo[]
  /** whether rows have numbers (ROW) and files (FILE) */
  readonly numbered: boolean
  readonly files: readonly string[]
  /** columns that make two rows equal; all features where absent */
  readonly identity?: readonly string[]
  readonly pictures?: Pictures
  /** what was met while reading, not yet spoken */
  readonly notes: readonly Message[]
}

/** Features of the kinds that can be measured. */
export function features(data: DataSet): readonly DataColumnInfo[] {
  return data.columns.filter((one) => one.role === 'feature')
}

export function columnOf(data: DataSet, role: ColumnRole): DataColumnInfo | undefined {
  return data.columns.find((one) => one.role === role)
}
