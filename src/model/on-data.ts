// A data set as a model takes it: the columns that go in, the truth in the order of the model's outputs, and rows by split.

import type { Audit } from '../data/audit.ts'
import type { Cell } from '../data/engine/engine.ts'
import type { Label } from '../data/measure/label.ts'
import type { Frame, FrameColumn } from '../data/sample.ts'
import type { DataSplit } from '../record/data-tables.ts'
import { ModelError } from './model-error.ts'
import { inOrder } from './predictions/classes.ts'
import type { Truth } from './predictions/from-outputs.ts'

/**
 * The columns whose values, side by side, are the model's inputs: the features, or all columns but the label where only
 * these are as many. Undefined where neither fits, or where one of them is no number.
 */
export function inputColumns(frame: Frame, inputs: number): readonly FrameColumn[] | undefined {
  const features = frame.columns.filter((one) => one.role === 'feature')
  const all = frame.columns.filter((one) => one.role !== 'label')
  const fits = [features, all].find((list) => list.length === inputs)
  return fits?.every((one) => one.words.length === 0) ? fits : undefined
}

/** rows x columns numbers of the given rows of the frame. */
export function inputRows(columns: readonly FrameColumn[], rows: ArrayLike<number>): Float32Array {
  const out = new Float32Array(rows.length * columns.length)
  columns.forEach((column, k) => {
    for (let i = 0; i < rows.length; i++) out[i * columns.length + k] = column.values[rows[i]!]!
  })
  return out
}

/** The rows of a split in the frame, in the order of its files. */
export function rowsOfSplit(frame: Frame, split: DataSplit): Int32Array {
  const code = frame.splits.indexOf(split)
  return Int32Array.from({ length: frame.rows }, (_, row) => row).filter((row) => frame.split[row] === code)
}

/**
 * The truth of rows, as a model with so many outputs means it. Classes that are whole numbers below that stand for
 * themselves; other names are taken in the order of encoders (numbers by size, words by their letters). One output for
 * more than two classes that are numbers is a regression. Undefined where there are more classes than outputs.
 */
export function truthOf(label: Label, rows: ArrayLike<number>, outputs: number): Truth | undefined {
  const own = Float64Array.from(rows, (row) => label.target[row]!)
  if (label.task === 'regression') return { task: 'regression', classes: [], values: own }
  const numbers = label.words.map(Number)
  if (outputs === 1 && label.classes > 2)
    return numbers.every(Number.isFinite)
      ? { task: 'regression', classes: [], values: own.map((code) => numbers[code] ?? Number.NaN) }
      : undefined
  const width = Math.max(2, outputs)
  const direct = numbers.every((one) => Number.isInteger(one) && one >= 0 && one < width)
  const names = direct ? Array.from({ length: width }, (_, i) => String(i)) : inOrder(label.words)
  if (names.length > width) return undefined
  const codes = label.words.map((word) => (direct ? Number(word) : names.indexOf(word)))
  return { task: 'classification', classes: names, values: own.map((code) => codes[code] ?? Number.NaN) }
}

/** The part of the data that predictions of `split` are of: that split, or all rows of data that are not divided. */
export function partBeside({ parts }: Frame, split: DataSplit): Frame['parts'][number] | undefined {
  return (
    parts.find((one) => one.split === split) ?? (parts.length === 1 && parts[0]!.split === 'all' ? parts[0] : undefined)
  )
}

/**
 * The labels of a split as words or numbers, for predictions in the order of its rows; undefined where some rows were left
 * out. Throws a ModelError where the split has another number of rows.
 */
export function labelCells(
  { frame, label }: Pick<Audit, 'frame' | 'label'>,
  split: DataSplit,
  rows: number,
): readonly Cell[] | undefined {
  const part = partBeside(frame, split)
  if (!label || !part) return undefined
  if (part.rows !== rows)
    throw new ModelError('model.error.prediction-rows', { rows, expected: part.rows, split: part.split })
  const own = rowsOfSplit(frame, part.split)
  // an engine that does not number its rows gives them in an order of its own
  if (part.sampled !== rows || Number.isNaN(frame.row[own[0] ?? 0])) return undefined
  return Array.from(own, (row) => {
    const value = label.target[row]!
    if (Number.isNaN(value)) return null
    return label.task === 'regression' ? value : label.words[value]!
  })
}
