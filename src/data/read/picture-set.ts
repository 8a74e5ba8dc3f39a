// Pictures of files or of arrays -> a table with a row a picture, and what is compared of them in memory.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { DataSplit, PictureFault } from '../../record/data-tables.ts'
import type { Pictures } from '../data-set.ts'
import type { FilledColumn } from '../engine/duckdb.ts'
import type { ArrayRows } from './arrays.ts'
import type { Piece } from './find.ts'
import type { NumberArray } from './numpy.ts'
import { decodePicture, type PictureFacts, type Pixels, pictureFacts, THUMBNAIL } from './pictures.ts'

/** Gathers pictures one by one; those that cannot be read are faults and no rows. */
export interface PictureSet {
  readonly rows: number
  add(split: DataSplit, file: string, facts: PictureFacts, label: string | null): void
  fault(file: string, fault: PictureFault['fault']): void
  columns(): FilledColumn[]
  pictures(): Pictures
  readonly files: readonly string[]
  readonly splits: readonly DataSplit[]
}

const MEASURES = ['width', 'height', 'brightness', 'contrast', 'noise', 'colour'] as const

export function pictureSet(): PictureSet {
  const rows: { facts: PictureFacts; label: string | null }[] = []
  const files: string[] = []
  const splits: DataSplit[] = []
  const faults: PictureFault[] = []
  return {
    files,
    splits,
    get rows() {
      return rows.length
    },
    add(split, file, facts, label) {
      rows.push({ facts, label })
      files.push(file)
      splits.push(split)
      if (facts.contrast === 0) faults.push({ file, fault: 'uniform' })
    },
    fault(file, fault) {
      faults.push({ file, fault })
    },
    columns() {
      const measures = MEASURES.map((name): FilledColumn => {
        return { name, type: 'DOUBLE', values: Float64Array.from(rows, ({ facts }) => facts[name]) }
      })
      return [
        ...measures,
        { name: 'pixels', type: 'VARCHAR', values: rows.map(({ facts }) => facts.pixels) },
        { name: 'class', type: 'VARCHAR', values: rows.map(({ label }) => label) },
      ]
    },
    pictures() {
      const thumbnails = new Float32Array(rows.length * THUMBNAIL)
      const hashes = new Uint32Array(rows.length * 2)
      rows.forEach(({ facts }, i) => {
        thumbnails.set(facts.thumbnail, i * THUMBNAIL)
        hashes.set(facts.hash, i * 2)
      })
      return { thumbnails, hashes, faults }
    },
  }
}

/** Reads the files of a folder of pictures. `progress` is told how many are done. */
export async function addFiles(
  set: PictureSet,
  pieces: readonly Piece[],
  progress: (done: number) => void,
): Promise<void> {
  for (const [i, { path, split, label }] of pieces.entries()) {
    if (i % 50 === 0) progress(i)
    const bytes = new Uint8Array(await readFile(path).catch(() => new Uint8Array(0)))
    if (bytes.length === 0) {
      set.fault(path, 'empty')
      continue
    }
    try {
      set.add(split, path, pictureFacts(await decodePicture(bytes)), label ?? null)
    } catch {
      set.fault(path, 'unreadable')
    }
  }
}

/** Adds the pictures of arrays: N x height x width, or with channels first or last; values 0..1, -1..1 or 0..255. */
export function addArrays(set: PictureSet, block: ArrayRows): void {
  const array = block.pictures!
  const label = block.columns.find((one) => one.values.length === block.rows)
  const take = pixelsOf(array)
  for (let i = 0; i < block.rows; i++) {
    const own = label?.values[i]
    set.add(
      block.split,
      `${basename(block.source)}[${i}]`,
      exact(pictureFacts(take(i)), array, i),
      own == null ? null : String(own),
    )
  }
}

function pixelsOf({ shape, values }: NumberArray): (index: number) => Pixels {
  const [, a, b, c] = shape as readonly [number, number, number, number | undefined]
  const first = c !== undefined && a <= 4 && c > 4
  const [height, width, channels] = c === undefined ? [a, b, 1] : first ? [b, c, a] : [a, b, c]
  const numbers = values as Float64Array
  const { low, scale } = rangeOf(numbers)
  const size = height * width * channels
  return (index) => {
    const data = new Float32Array(size)
    for (let i = 0; i < size; i++) {
      const from = first ? (i % channels) * height * width + Math.floor(i / channels) : i
      data[i] = (numbers[index * size + from]! - low) * scale
    }
    return { width, height, channels, data }
  }
}

function rangeOf(values: Float64Array): { readonly low: number; readonly scale: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const value of values) {
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low >= 0 && high > 1.01) return { low: 0, scale: high > 16 && high <= 255 ? 1 : 255 / high }
  return { low: Math.min(0, low), scale: 255 / Math.max(1e-9, high - Math.min(0, low)) }
}

/** The hash of the numbers as they are: rounding to bytes would make unequal pictures equal. */
function exact(facts: PictureFacts, { shape, values }: NumberArray, index: number): PictureFacts {
  const size = values.length / shape[0]!
  const own = (values as Float64Array).subarray(index * size, (index + 1) * size)
  const bytes = new Uint8Array(own.buffer, own.byteOffset, own.byteLength)
  return { ...facts, pixels: createHash('sha1').update(bytes).digest('hex').slice(0, 16) }
}
