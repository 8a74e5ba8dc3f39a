// Several columns of the truth: labels that each hold or not, classes as one-hot rows, or quantities of which the first is taken.

import type { Cell } from '../../data/engine/engine.ts'
import { ModelError } from '../model-error.ts'
import { className, countNonFinite, kindOfOutputs, sigmoid } from './classes.ts'
import type { NamedColumn } from './columns.ts'
import { type ColumnsRead, numbersOf, sideBySide } from './columns-read.ts'
import { oneLabel } from './one-label.ts'
import type { Predicted } from './predicted.ts'
import { areOneHot } from './probabilities.ts'

/** Throws a ModelError where labels and outputs are not as many. */
export function severalLabels(read: ColumnsRead): Predicted {
  const { columns, rows } = read
  const truth = matched(columns.truth, columns.probabilities, read.truth.map(holds))
  const values = sideBySide(truth, rows)
  const outputs = columns.probabilities
  const raw = sideBySide(
    outputs.map((one) => numbersOf(read.cells(one.column))),
    rows,
  )
  const quantities = values.some((one) => one !== 0 && one !== 1 && !Number.isNaN(one))
  if (quantities || read.task === 'regression') return ofFirst(read)
  const width = truth.length
  const exclusive = outputs.length === 0 || areOneOf(raw, outputs.length)
  if (areOneHot(values, width) && exclusive)
    return oneLabel({ ...read, task: 'classification', truth: [ofOneHot(read, values, width)] })
  if (outputs.length !== width)
    throw new ModelError('model.error.labels-and-outputs', {
      path: read.source,
      labels: width,
      outputs: outputs.length,
    })
  return labelled(read, values, raw)
}

function labelled({ split, source, columns, rows }: ColumnsRead, truth: Float64Array, raw: Float64Array): Predicted {
  const kind = columns.logits ? 'logits' : kindOfOutputs(raw, 1)
  const probabilities = kind === 'logits' ? raw.map(sigmoid) : raw
  const bare = kind === 'probabilities' && raw.every((one) => one === 0 || one === 1 || Number.isNaN(one))
  return {
    split,
    source,
    task: 'multilabel',
    classes: columns.probabilities.map((one) => one.of),
    rows,
    truth,
    predicted: probabilities.map((p) => (Number.isFinite(p) ? Number(p > 0.5) : Number.NaN)),
    ...(bare ? {} : { probabilities }),
    outputs: bare ? 'classes' : kind,
    nonFinite: countNonFinite(raw),
  }
}

/** 0 and 1, also of `true` and `false` as text. */
function holds(cells: readonly Cell[]): Float64Array {
  const text = cells.some((cell) => typeof cell === 'string')
  return numbersOf(
    text ? cells.map((cell) => ({ true: 1, false: 0 })[className(cell) ?? ''] ?? className(cell) ?? null) : cells,
  )
}

/** Columns of the truth in the order of those of the outputs, where both name the same labels. */
function matched<T>(truth: readonly NamedColumn[], outputs: readonly NamedColumn[], of: readonly T[]): readonly T[] {
  const places = outputs.map((one) => truth.findIndex((other) => other.of === one.of))
  return places.length === truth.length && places.every((at) => at >= 0) ? places.map((at) => of[at]!) : of
}

/** Outputs of which a row has one: logits as far as they can be, or probabilities that sum to 1. */
function areOneOf(raw: Float64Array, width: number): boolean {
  if (kindOfOutputs(raw, 1) === 'logits') return true
  for (let at = 0; at < raw.length; at += width) {
    let sum = 0
    for (let k = 0; k < width; k++) sum += raw[at + k]!
    if (Math.abs(sum - 1) > 0.05) return false
  }
  return true
}

/** The class of each row, by the name that its column has. */
function ofOneHot({ columns, rows }: ColumnsRead, values: Float64Array, width: number): readonly Cell[] {
  const outputs = columns.probabilities.length === width ? columns.probabilities : columns.truth
  return Array.from({ length: rows }, (_, row) => outputs[values.indexOf(1, row * width) - row * width]!.of)
}

/** Of several quantities the first, as of a model with several outputs. */
function ofFirst(read: ColumnsRead): Predicted {
  const [first] = read.columns.probabilities
  const predicted = read.columns.predicted ?? first?.column
  if (predicted === undefined)
    throw new ModelError('model.error.labels-and-outputs', {
      path: read.source,
      labels: read.truth.length,
      outputs: 0,
    })
  const columns = { ...read.columns, predicted, probabilities: [] }
  return oneLabel({ ...read, columns, truth: read.truth.slice(0, 1), task: 'regression' })
}
