// The columns of a file of predictions as they were read, before it is known what they mean.

import type { Cell } from '../../data/engine/engine.ts'
import type { DataSplit } from '../../record/data-tables.ts'
import type { PredictionColumns } from './columns.ts'

export interface ColumnsRead {
  readonly split: DataSplit
  readonly source: string
  readonly columns: PredictionColumns
  /** none, one column, or one a label */
  readonly truth: readonly (readonly Cell[])[]
  readonly rows: number
  cells(name: string): readonly Cell[]
  readonly task: 'classification' | 'regression' | undefined
}

/** Numbers of cells; NaN for what is missing or none. */
export function numbersOf(cells: readonly Cell[]): Float64Array {
  const out = new Float64Array(cells.length)
  for (let i = 0; i < out.length; i++) {
    const cell = cells[i]!
    out[i] = typeof cell === 'number' ? cell : cell === null || cell === '' ? Number.NaN : Number(cell)
  }
  return out
}

/** Numbers without a square in double precision are as good as infinite. */
const LARGEST = 1e150

/** Likewise, with what is not finite as NaN. */
export function quantitiesOf(cells: readonly Cell[]): Float64Array {
  const out = numbersOf(cells)
  for (let i = 0; i < out.length; i++) if (!(Math.abs(out[i]!) < LARGEST)) out[i] = Number.NaN
  return out
}

/** Columns side by side: rows x columns. */
export function sideBySide(columns: readonly Float64Array[], rows: number): Float64Array {
  const width = columns.length
  const out = new Float64Array(rows * width)
  columns.forEach((column, k) => {
    for (let row = 0; row < rows; row++) out[row * width + k] = column[row]!
  })
  return out
}
