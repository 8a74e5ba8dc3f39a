// Columns of probabilities or logits, one a class or a single one, -> rows that sum to 1 over all classes.

import {
  areIndices,
  className,
  countNonFinite,
  inOrder,
  kindOfOutputs,
  softmaxRows,
  sumToOne,
  truthValue,
} from './classes.ts'
import type { PredictionColumns } from './columns.ts'
import { type ColumnsRead, numbersOf, sideBySide } from './columns-read.ts'
import { ofOneUnit } from './from-outputs.ts'

export interface KnownClasses {
  readonly classes: readonly string[]
  /** of every name that truth and prediction use */
  readonly codes: ReadonlyMap<string, number>
}

/**
 * The classes that columns of probabilities name, then any other of `seen`, which stand in their order. Numbers stand for
 * the places of words: numbered columns for the words of the truth, a numbered truth for the words of the columns.
 */
export function classesOf({ probabilities }: PredictionColumns, seen: readonly string[]): KnownClasses {
  const named = probabilities.map((one) => className(one.of)).filter((one) => one !== undefined)
  if (named.length < 2) return byName(seen.length < 2 ? twoOf(seen, named[0]) : seen)
  const unknown = seen.filter((name) => !named.includes(name))
  if (unknown.length === 0) return byName(named)
  const values = named.length === 2 ? named.map(truthValue) : []
  if (values.includes(0) && values.includes(1) && seen.every((name) => truthValue(name) !== undefined))
    return { classes: named, codes: new Map(seen.map((name) => [name, values.indexOf(truthValue(name))])) }
  const none = unknown.length === seen.length && seen.length <= named.length
  if (none && areIndices(inOrder(named))) return byName(named.map((_, k) => seen[k] ?? String(k)))
  const places = seen.every((name) => /^\d+$/.test(name) && Number(name) < named.length)
  if (none && places) return { classes: named, codes: new Map(named.map((_, k) => [String(k), k])) }
  return byName([...named, ...unknown])
}

function byName(classes: readonly string[]): KnownClasses {
  return { classes, codes: new Map(classes.map((name, code) => [name, code])) }
}

/** Two classes where one or none was seen, as far as it can be told. */
function twoOf(seen: readonly string[], named: string | undefined): readonly string[] {
  if (named !== undefined && !seen.includes(named)) return inOrder([...seen, named])
  return inOrder([...seen, ...(areIndices(seen) || seen[0] === '1' ? ['0', '1'] : [])])
}

export interface OutputRows {
  readonly values: Float64Array
  readonly kind: 'probabilities' | 'logits' | 'classes'
  /** values that came as NaN or Inf */
  readonly nonFinite: number
}

/** rows x classes. `predicted` are codes of classes, which a confidence is of. Undefined where there are none. */
export function probabilitiesOf(
  read: ColumnsRead,
  { classes }: KnownClasses,
  predicted: Float64Array | undefined,
): OutputRows | undefined {
  const { columns } = read
  if (columns.probabilities.length >= 2) return ofEachClass(read, classes.length)
  const [first] = columns.probabilities
  const single = first?.column ?? columns.confidence
  if (single === undefined || classes.length !== 2) return undefined
  const values = numbersOf(read.cells(single))
  const nonFinite = countNonFinite(values)
  const kind = columns.logits ? 'logits' : kindOfOutputs(nonFinite > 0 ? values.filter(Number.isFinite) : values, 1)
  const confident = predicted !== undefined && kind === 'probabilities' && (!first || areConfidences(values, predicted))
  if (!first && !confident) return undefined
  const of = first?.of ? classes.indexOf(className(first.of) ?? '') : 1
  if (of < 0) return undefined
  const second = confident
    ? values.map((p, row) => (predicted[row] === 1 ? p : 1 - p))
    : values.map((p) => (of === 1 ? p : kind === 'logits' ? -p : 1 - p))
  return { values: ofOneUnit(second, kind === 'logits'), kind, nonFinite }
}

/** A probability that is at least a half whatever was predicted is that of the predicted class. */
function areConfidences(values: Float64Array, predicted: Float64Array): boolean {
  return values.every((p) => Number.isNaN(p) || p >= 0.5) && predicted.some((code) => code === 0)
}

function ofEachClass({ columns, rows, cells }: ColumnsRead, width: number): OutputRows {
  const given = columns.probabilities.map((one) => numbersOf(cells(one.column)))
  const raw = sideBySide(given, rows)
  const nonFinite = countNonFinite(raw)
  const kind = columns.logits ? 'logits' : kindOfOutputs(raw, given.length)
  const known = kind === 'logits' ? softmaxRows(raw, given.length) : sumToOne(raw, given.length)
  const said = kind === 'probabilities' && areOneHot(raw, given.length) ? 'classes' : kind
  if (width === given.length) return { values: known, kind: said, nonFinite }
  const values = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++)
    values.set(known.subarray(row * given.length, (row + 1) * given.length), row * width)
  return { values, kind: said, nonFinite }
}

/** Rows of one 1 and zeros say a class, not how probable it is. */
export function areOneHot(values: Float64Array, width: number): boolean {
  for (let at = 0; at < values.length; at += width) {
    let ones = 0
    for (let k = 0; k < width; k++) {
      if (values[at + k] === 1) ones++
      else if (values[at + k] !== 0) return false
    }
    if (ones !== 1) return false
  }
  return true
}
