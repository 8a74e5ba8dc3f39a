// One truth and one prediction a row: a quantity, or classes by all words that truth and prediction use.

import type { Cell } from '../../data/engine/engine.ts'
import { ModelError } from '../model-error.ts'
import { areMixedSpellings, argmaxRows, className, countNonFinite, inOrder, truthValue } from './classes.ts'
import { type ColumnsRead, numbersOf, quantitiesOf } from './columns-read.ts'
import type { Predicted } from './predicted.ts'
import { classesOf, probabilitiesOf } from './probabilities.ts'

/** Whole numbers of so many kinds are classes. */
const CLASSES = 20
/** More are classes where they leave no number out and so many are met exactly. */
const [MOST_CLASSES, MET] = [2_000, 0.3]

/** Throws a ModelError where a single column of probabilities cannot be that of these classes. */
export function oneLabel(read: ColumnsRead): Predicted {
  const { columns, truth } = read
  const [own] = truth
  const said = columns.predicted === undefined ? undefined : read.cells(columns.predicted)
  const alone = said !== undefined && columns.probabilities.length === 0
  if (said && (read.task === 'regression' || (read.task === undefined && alone && isQuantity(own, said))))
    return regression(read, own, said)
  if (own && alone && columns.confidence === undefined && isProbability(own, said)) {
    const probabilities = [{ column: columns.predicted!, of: '' }]
    return classified({ ...read, columns: { ...columns, probabilities } }, undefined)
  }
  return classified(read, said)
}

/** Numbers with a fraction, or of many kinds. */
function isQuantity(truth: readonly Cell[] | undefined, said: readonly Cell[]): boolean {
  const given = truth ?? said
  if (given.some((cell) => typeof cell === 'string' && cell !== '' && !Number.isFinite(Number(cell)))) return false
  const own = numbersOf(given)
  let finite = 0
  const kinds = new Set<number>()
  for (const value of own) {
    if (!Number.isFinite(value)) continue
    finite++
    if (!Number.isInteger(value)) return true
    if (kinds.size <= MOST_CLASSES) kinds.add(value)
  }
  if (finite === 0) return false
  const other = truth ? numbersOf(said) : own
  // a whole truth whose predictions have fractions is counted, unless these may be probabilities of one of two classes
  const outside = (value: number) => kinds.size > 2 || value < 0 || value > 1
  if (other.some((value) => Number.isFinite(value) && !Number.isInteger(value) && outside(value))) return true
  const among = () => truth !== undefined && other.every((value) => !Number.isFinite(value) || kinds.has(value))
  const few = kinds.size <= CLASSES && (kinds.size * 2 < Math.max(4, finite) || among())
  return !few && !(truth && areManyClasses(own, other, kinds))
}

/** Whole numbers from 0 or 1 without a gap, predicted by whole numbers of which many are right. */
function areManyClasses(truth: Float64Array, said: Float64Array, kinds: ReadonlySet<number>): boolean {
  if (kinds.size > MOST_CLASSES) return false
  const [low, high] = [...kinds].reduce(([a, b], one) => [Math.min(a!, one), Math.max(b!, one)], [2, 0])
  if ((low !== 0 && low !== 1) || high! - low! + 1 !== kinds.size) return false
  let [met, known] = [0, 0]
  for (let row = 0; row < truth.length; row++) {
    if (!Number.isFinite(said[row])) continue
    if (!Number.isInteger(said[row])) return false
    known++
    met += Number(said[row] === truth[row])
  }
  return met > MET * known
}

/** Predictions with a fraction between 0 and 1 of a truth of two classes. */
function isProbability(truth: readonly Cell[], said: readonly Cell[]): boolean {
  const values = numbersOf(said)
  const inside = values.every((value) => Number.isNaN(value) || (value >= 0 && value <= 1))
  if (!inside || !values.some((value) => value > 0 && value < 1)) return false
  const kinds = new Set<string>()
  for (const cell of truth) {
    const name = className(cell)
    if (name !== undefined && kinds.add(name).size > 2) return false
  }
  return true
}

function regression(
  { split, source, rows }: ColumnsRead,
  truth: readonly Cell[] | undefined,
  said: readonly Cell[],
): Predicted {
  const predicted = quantitiesOf(said)
  return {
    split,
    source,
    task: 'regression',
    classes: [],
    rows,
    truth: truth ? quantitiesOf(truth) : new Float64Array(rows).fill(Number.NaN),
    predicted,
    outputs: 'values',
    nonFinite: countNonFinite(predicted),
  }
}

function classified(read: ColumnsRead, said: readonly Cell[] | undefined): Predicted {
  const { split, source, columns, rows } = read
  const [own] = read.truth
  const words = wordsOf([own, said])
  const known = classesOf(columns, inOrder(words.names))
  const codesOf = (cells: readonly Cell[] | undefined) => coded(cells, rows, words.byCell, known.codes)
  const given = said && codesOf(said)
  const outputs = probabilitiesOf(read, known, given)
  const largest = outputs && argmaxRows(outputs.values, known.classes.length)
  const predicted =
    given && largest ? given.map((code, row) => (Number.isNaN(code) ? largest[row]! : code)) : (given ?? largest)
  if (!predicted)
    throw new ModelError('model.error.one-probability', {
      path: source,
      column: columns.probabilities[0]?.column ?? '',
      classes: known.classes.length,
    })
  const probabilities = outputs && outputs.kind !== 'classes' ? outputs.values : undefined
  if (probabilities && outputs!.nonFinite > 0) leaveOut(predicted, probabilities, known.classes.length)
  return {
    split,
    source,
    task: 'classification',
    classes: known.classes,
    rows,
    truth: codesOf(own),
    predicted,
    ...(probabilities ? { probabilities } : {}),
    outputs: outputs?.kind ?? 'classes',
    nonFinite: outputs?.nonFinite ?? (said ?? []).reduce<number>((sum, one) => sum + Number(isNotFinite(one)), 0),
  }
}

function isNotFinite(cell: Cell): boolean {
  return typeof cell === 'number' && !Number.isFinite(cell)
}

/** What has no sound probabilities has no prediction. */
function leaveOut(predicted: Float64Array, probabilities: Float64Array, width: number): void {
  for (let row = 0; row < predicted.length; row++)
    for (let k = row * width; k < (row + 1) * width; k++)
      if (Number.isNaN(probabilities[k])) predicted[row] = Number.NaN
}

/** The name of each kind of cell; where some write `true` and some write 1, it is 1. */
function wordsOf(lists: readonly (readonly Cell[] | undefined)[]) {
  const byCell = new Map<Cell, string | undefined>()
  for (const list of lists) for (const cell of list ?? []) if (!byCell.has(cell)) byCell.set(cell, className(cell))
  const names = new Set([...byCell.values()].filter((one) => one !== undefined))
  if (!areMixedSpellings([...names])) return { byCell, names }
  const plain = (name: string) => String(truthValue(name))
  for (const [cell, name] of byCell) if (name !== undefined) byCell.set(cell, plain(name))
  return { byCell, names: new Set([...names].map(plain)) }
}

function coded(
  cells: readonly Cell[] | undefined,
  rows: number,
  byCell: ReadonlyMap<Cell, string | undefined>,
  codes: ReadonlyMap<string, number>,
): Float64Array {
  const out = new Float64Array(rows).fill(Number.NaN)
  if (!cells) return out
  const codeOf = new Map([...byCell].map(([cell, name]) => [cell, codes.get(name ?? '\0') ?? Number.NaN]))
  for (let row = 0; row < rows; row++) out[row] = codeOf.get(cells[row]!)!
  return out
}
