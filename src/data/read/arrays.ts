// Arrays of NumPy and IDX -> columns: two axes are rows and features, one axis a column of its own, more axes are pictures.

import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { DataSplit } from '../../record/data-tables.ts'
import type { FilledColumn } from '../engine/duckdb.ts'
import { EngineError } from '../engine/engine.ts'
import { type Piece, splitOfName } from './find.ts'
import { readIdx } from './idx.ts'
import { type NumberArray, readNpy, readNpz } from './numpy.ts'

export interface NamedArray {
  readonly split: DataSplit
  /** of the array without words of its split */
  readonly name: string
  readonly source: string
  readonly array: NumberArray
}

/** A block of rows of one split: columns beside each other, and pictures where an array has more than two axes. */
export interface ArrayRows {
  readonly split: DataSplit
  readonly source: string
  readonly rows: number
  readonly columns: readonly FilledColumn[]
  readonly pictures?: NumberArray
}

export async function readArrays(piece: Piece): Promise<NamedArray[]> {
  const raw = new Uint8Array(await readFile(piece.path))
  const bytes = piece.packing === 'gzip' ? new Uint8Array(gunzipSync(raw)) : raw
  if (piece.kind === 'npz')
    return [...readNpz(bytes, piece.path)].map(([name, array]) => named(piece, name, array, splitOfName(name)))
  const array = piece.kind === 'npy' ? readNpy(bytes, piece.path) : readIdx(bytes, piece.path)
  return [named(piece, basename(piece.path), array)]
}

function named(piece: Piece, name: string, array: NumberArray, split = splitOfName(name)): NamedArray {
  const own = piece.split === 'all' ? (split ?? 'all') : piece.split
  return { split: own, name: bare(name), source: piece.path, array }
}

/** `y_train.npy` -> `y`, `train-labels-idx1-ubyte` -> `labels`. */
function bare(name: string): string {
  const plain = name
    .replace(/\.(?:npy|npz|gz)$/gi, '')
    .replace(/\.npy$/i, '')
    .replace(/[-_.]?idx\d[-_.]ubyte$/i, '')
    .replace(/(?:^|[-_])(?:train(?:ing)?|valid(?:ation)?|val|dev|test(?:ing)?|t10k)(?=$|[-_])/gi, '')
    .replace(/^[-_]+|[-_]+$/g, '')
  return plain === '' ? 'value' : plain
}

/** Joins the arrays of each split side by side. Throws an EngineError where their lengths differ. */
export function besideEachOther(arrays: readonly NamedArray[]): ArrayRows[] {
  const splits = [...new Set(arrays.map((one) => one.split))]
  return splits.map((split) => {
    const own = arrays.filter((one) => one.split === split)
    const rows = own[0]!.array.shape[0] ?? 1
    const odd = own.find((one) => (one.array.shape[0] ?? 1) !== rows)
    if (odd)
      throw new EngineError('data.error.lengths', {
        path: odd.source,
        rows: odd.array.shape[0] ?? 1,
        other: own[0]!.source,
        expected: rows,
      })
    const pictures = own.find((one) => isPictures(one.array))?.array
    const columns = own.filter((one) => one.array !== pictures).flatMap(({ name, array }) => columnsOf(name, array))
    const sources = [...new Set(own.map((one) => one.source))].join(', ')
    return { split, source: sources, rows, columns, ...(pictures ? { pictures } : {}) }
  })
}

/** Rows of at least 4 x 4 numbers, with channels or without. */
function isPictures({ shape, values }: NumberArray): boolean {
  return (
    (shape.length === 3 || shape.length === 4) && shape[1]! >= 4 && shape[2]! >= 4 && values instanceof Float64Array
  )
}

function columnsOf(name: string, { shape, values, whole }: NumberArray): FilledColumn[] {
  const rows = shape[0] ?? 1
  const width = rows === 0 ? 0 : values.length / rows
  return Array.from({ length: width }, (_, k): FilledColumn => {
    const own = width === 1 ? name : `${name}_${k}`
    if (!(values instanceof Float64Array))
      return { name: own, type: 'VARCHAR', values: Array.from({ length: rows }, (_, row) => values[row * width + k]!) }
    const column = Float64Array.from({ length: rows }, (_, row) => values[row * width + k]!)
    return { name: own, type: whole ? 'BIGINT' : 'DOUBLE', values: column }
  })
}
