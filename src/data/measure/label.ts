// The label as models take it: classes by number, most frequent first, or a quantity.

import type { Frame, FrameColumn } from '../sample.ts'
import { type Task, taskOf } from '../task.ts'

export interface Label {
  readonly name: string
  readonly task: Task
  /** 0 for a quantity */
  readonly classes: number
  /** by row of the frame: the class, or the quantity; NaN where it is missing or not finite */
  readonly target: Float64Array
  /** of each class */
  readonly words: readonly string[]
}

/** `asked` is the task that the user names. Undefined where there is no label. */
export function labelOf(frame: Frame, asked?: Task): Label | undefined {
  const column = frame.columns.find((one) => one.role === 'label')
  if (!column) return undefined
  const distinct = new Set(column.values.filter((value) => Number.isFinite(value)))
  const task = asked ?? taskOf(column, column.values, distinct.size)
  if (task === 'regression') {
    const target = column.words.length > 0 ? new Float64Array(frame.rows).fill(Number.NaN) : finite(column.values)
    return { name: column.name, task, classes: 0, target, words: [] }
  }
  return column.words.length > 0
    ? { name: column.name, task, classes: column.words.length, target: column.values, words: column.words }
    : byValue(column, distinct)
}

function finite(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? value : Number.NaN))
}

function byValue(column: FrameColumn, distinct: ReadonlySet<number>): Label {
  const sorted = [...distinct].sort((a, b) => a - b)
  const codes = new Map(sorted.map((value, code) => [value, code]))
  return {
    name: column.name,
    task: 'classification',
    classes: sorted.length,
    target: column.values.map((value) => codes.get(value) ?? Number.NaN),
    words: sorted.map(String),
  }
}
