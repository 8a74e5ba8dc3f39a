// Whether the label is a class or a quantity.

import type { DataColumnInfo } from './data-set.ts'

/** Whole numbers up to so many kinds are classes. */
const CLASSES = 20
/** And more of them, where each has so many rows. */
const ROWS_A_CLASS = 20
const MOST_CLASSES = 1000

export type Task = 'classification' | 'regression'

/** By the label's kind and the values it takes in the sample. */
export function taskOf(label: DataColumnInfo, values: ArrayLike<number>, distinct: number): Task {
  if (label.kind !== 'integer' && label.kind !== 'number') return 'classification'
  for (let i = 0; i < values.length; i++)
    if (Number.isFinite(values[i]!) && !Number.isInteger(values[i]!)) return 'regression'
  const few = distinct <= CLASSES && distinct * 2 < values.length
  return few || (distinct <= MOST_CLASSES && values.length >= ROWS_A_CLASS * distinct) ? 'classification' : 'regression'
}
