// Parts of a split where the model does worse than elsewhere: ranges of a column, or its words.

import type { Frame, FrameColumn } from '../../data/sample.ts'
import type { Measure, Segment } from '../../record/model-tables.ts'
import { normalQuantile, twoSided } from '../../signal/normal.ts'
import { quantileInPlace } from '../../signal/quantile.ts'
import { type Predicted, scoredRows } from '../predictions/predicted.ts'

const PARTS = 4
const LEAST_ROWS = 15
/** Words of a column that are looked at. */
const MOST_WORDS = 12
const SHOWN = 10

/** `rowAt` gives the frame's row of a prediction's; of several labels there are none. The weakest first. */
export function weakSegments(predicted: Predicted, frame: Frame, rowAt: (row: number) => number): Segment[] {
  const rows = scoredRows(predicted)
  if (rows.length < 2 * LEAST_ROWS || predicted.task === 'multilabel') return []
  const measure: Measure = predicted.task === 'regression' ? 'mae' : 'accuracy'
  const { truth, predicted: said } = predicted
  const values = Float64Array.from(rows, (row) =>
    measure === 'mae' ? Math.abs(truth[row]! - said[row]!) : Number(truth[row] === said[row]),
  )
  const places = rows.map(rowAt)
  const looked: Segment[] = []
  for (const column of frame.columns) {
    if (column.role !== 'feature' || column.kind === 'text' || column.kind === 'constant') continue
    const { names, partAt } = partsOf(column, places)
    for (const { part, rows: inside, ...one } of compared(names.length, places, values, partAt))
      looked.push({ split: predicted.split, column: column.name, where: names[part]!, rows: inside, measure, ...one })
  }
  const worse = looked.map((one) => ({ ...one, z: corrected(measure === 'mae' ? one.z : -one.z, looked.length) }))
  return worse
    .filter((one) => one.z > 0)
    .sort((a, b) => b.z - a.z)
    .slice(0, SHOWN)
}

interface Parts {
  readonly names: readonly string[]
  /** the part of a row of the frame; -1 in none */
  partAt(row: number): number
}

function partsOf({ words, values }: FrameColumn, places: Int32Array): Parts {
  if (words.length > 0) {
    const names = words.slice(0, MOST_WORDS).map((word) => word.slice(0, 40))
    return { names, partAt: (row) => (values[row]! < names.length ? values[row]! : -1) }
  }
  const own = Float64Array.from(places, (row) => values[row]!).filter(Number.isFinite)
  if (own.length === 0) return { names: [], partAt: () => -1 }
  const edges = [...new Set(Array.from({ length: PARTS + 1 }, (_, i) => quantileInPlace(own, i / PARTS)))]
  const last = edges.length - 2
  const names = edges.slice(0, -1).map((low, i) => `${short(low)} … ${short(edges[i + 1]!)}`)
  return {
    // missing values are a part of their own
    names: own.length < places.length ? [...names, '–'] : names,
    partAt: (row) => {
      const value = values[row]!
      if (Number.isNaN(value)) return names.length
      for (let i = 0; i < last; i++) if (value < edges[i + 1]!) return value >= edges[i]! ? i : -1
      return last >= 0 && value >= edges[last]! && value <= edges[last + 1]! ? last : -1
    },
  }
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)))
}

/** Of each part the means inside and outside, and their distance in standard errors (Welch 1947). */
function compared(parts: number, places: Int32Array, values: Float64Array, partAt: Parts['partAt']) {
  const [counts, sums, squares] = [0, 1, 2].map(() => new Float64Array(parts)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  let [sum, square] = [0, 0]
  values.forEach((value, i) => {
    sum += value
    square += value * value
    const part = partAt(places[i]!)
    if (!(part >= 0)) return
    counts[part]! += 1
    sums[part]! += value
    squares[part]! += value * value
  })
  return Array.from(counts, (rows, part) => {
    const rest = values.length - rows
    const [score, other] = [sums[part]! / rows, (sum - sums[part]!) / rest]
    const error = Math.sqrt(
      Math.max(squares[part]! / rows - score * score, 1 / rows ** 2) / rows +
        Math.max((square - squares[part]!) / rest - other * other, 1 / rest ** 2) / rest,
    )
    return { part, rows, score, rest: other, z: (score - other) / error }
  }).filter((one) => one.rows >= LEAST_ROWS && values.length - one.rows >= LEAST_ROWS)
}

/** What is left of z where the best of so many parts was chosen (Bonferroni); 0 where chance gives as much. */
function corrected(z: number, looks: number): number {
  if (z <= 0) return 0
  const p = Math.min(1, (twoSided(z) / 2) * looks)
  return p >= 0.5 ? 0 : Math.max(0, p > 1e-12 ? normalQuantile(1 - p) : z - 1)
}
