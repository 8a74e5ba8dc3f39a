// Packs the curves of records into texts that a page can carry: bytes in planes, deflated, as base64.

import { deflateRawSync } from 'node:zlib'
import type { PackedColumn, PackedSeries } from '../../diagnosis/page.ts'
import type { RunRecord } from '../../record/run.ts'
import { positions, type Series } from '../../record/series.ts'
import { extremes } from './extremes.ts'

/** Values that a page carries exactly; a larger whole is reduced, its extremes kept. */
const MOST_VALUES = 12_000_000
/** No curve is reduced to fewer rows. */
const FEWEST_ROWS = 2_000

/** The text of one column, to be put into an element of that id. */
export interface ColumnText {
  readonly id: string
  readonly text: string
}

export interface Packed {
  /** of each record, in the order of its series */
  readonly curves: readonly (readonly PackedSeries[])[]
  readonly columns: readonly ColumnText[]
}

/** Packs every curve of the records; equal columns are carried once. */
export function pack(records: readonly RunRecord[], most = MOST_VALUES): Packed {
  const all = records.reduce((sum, { series }) => sum + series.reduce((points, one) => points + one.value.length, 0), 0)
  const share = Math.min(1, most / Math.max(1, all))
  const shelf = openShelf()
  const curves = records.map(({ series }) => series.map((one) => packSeries(one, share, shelf.column)))
  return { curves, columns: shelf.columns }
}

function packSeries(series: Series, share: number, column: Shelf['column']): PackedSeries {
  const { name, metric, split, axis, value } = series
  const points = value.length
  const room = Math.max(FEWEST_ROWS, Math.floor(points * share))
  const rows = room < points ? extremes(value, room) : undefined
  const kept = (of: Float64Array) => (rows ? Float64Array.from(rows, (row) => of[row]!) : of)
  const own = positions(series)
  const step = axis === 'step' ? own : whole(series.step)
  const epoch = axis === 'epoch' ? own : whole(series.epoch)
  return {
    name,
    metric,
    split,
    axis,
    points,
    rows: rows?.length ?? points,
    ...(step ? { step: column(kept(step)) } : {}),
    ...(epoch ? { epoch: column(kept(epoch)) } : {}),
    value: column(kept(value)),
  }
}

/** A coordinate that is there in every row; undefined where it is missing somewhere. */
function whole(column: Float64Array): Float64Array | undefined {
  return column.every(Number.isFinite) ? column : undefined
}

interface Shelf {
  readonly columns: ColumnText[]
  column(values: Float64Array): PackedColumn
}

function openShelf(): Shelf {
  const columns: ColumnText[] = []
  const ids = new Map<string, PackedColumn>()
  return {
    columns,
    column(values) {
      const even = evenly(values)
      if (even) return even
      const type = values.every((value) => Object.is(Math.fround(value), value) || Number.isNaN(value))
        ? 'float32'
        : 'float64'
      const text = encode(type === 'float32' ? Float32Array.from(values) : values)
      const known = ids.get(text)
      if (known) return known
      const id = `c${columns.length}`
      columns.push({ id, text })
      const column: PackedColumn = { kind: 'bytes', type, id }
      ids.set(text, column)
      return column
    },
  }
}

/** Coordinates at equal distances need no bytes. */
function evenly(values: Float64Array): PackedColumn | undefined {
  const start = values[0] ?? 0
  const step = values.length > 1 ? values[1]! - start : 1
  if (!Number.isFinite(start) || !Number.isFinite(step) || Object.is(start, -0)) return undefined
  for (let row = 0; row < values.length; row++) if (!Object.is(values[row], start + row * step)) return undefined
  return { kind: 'even', start, step }
}

/** Base64 of deflate-raw of the numbers' bytes in planes: byte 0 of every number, then byte 1, and so on. */
function encode(values: Float32Array | Float64Array): string {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
  const size = values.BYTES_PER_ELEMENT
  const rows = values.length
  const planes = new Uint8Array(bytes.length)
  for (let byte = 0; byte < size; byte++)
    for (let row = 0; row < rows; row++) planes[byte * rows + row] = bytes[row * size + byte]!
  return deflateRawSync(planes).toString('base64')
}
